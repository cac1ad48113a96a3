package com.fusioncommerce.platform.supervisor;

/**
 * Result of a probe.
 *
 * @param up whether the part works
 * @param detail why it is down, or another remark; may be empty
 */
public record Health(boolean up, String detail) {
    /** Healthy. */
    public static Health ok() {
        return new Health(true, "");
    }

    /** Unhealthy, with the reason. */
    public static Health down(String why) {
        return new Health(false, why);
    }
}
