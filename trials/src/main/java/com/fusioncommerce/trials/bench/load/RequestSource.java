package com.fusioncommerce.trials.bench.load;

/** Where requests come from. Asked by the thread of one client. */
@FunctionalInterface
public interface RequestSource {
    /** The next request as it goes over the wire; null if there are no more. */
    byte[] next();

    /** The same request for ever. */
    static RequestSource always(byte[] request) {
        return () -> request;
    }
}
