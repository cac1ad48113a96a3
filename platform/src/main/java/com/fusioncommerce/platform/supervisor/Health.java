package com.fusioncommerce.platform.supervisor;

/**
 * What a probe found.
 *
 * @param up whether the part does its work
 * @param detail why not, or what else is worth saying; may be empty
 */
public record Health(boolean up, String detail) {
    /** Does its work. */
    public static Health ok() {
        return new Health(true, "");
    }

    /** Does not do its work. */
    public static Health down(String why) {
        return new Health(false, why);
    }
}
