package com.fusioncommerce.platform.supervisor;

/** Listener for the current activity of a part. */
@FunctionalInterface
public interface Progress {
    /**
     * Reports the current activity.
     *
     * @param doing a few words, such as "downloading"
     */
    void doing(String doing);
}
