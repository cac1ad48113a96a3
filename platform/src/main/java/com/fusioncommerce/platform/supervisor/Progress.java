package com.fusioncommerce.platform.supervisor;

/** Told what a part is doing while people wait. */
@FunctionalInterface
public interface Progress {
    /**
     * What is being done now.
     *
     * @param doing a few words, such as "downloading"
     */
    void doing(String doing);
}
