package com.fusioncommerce.trials.bench.load;

/** Source of requests. Called by the thread of one client. */
@FunctionalInterface
public interface RequestSource {
    /** The next request's bytes; null at the end. */
    byte[] next();

    /** An endless source of the same request. */
    static RequestSource always(byte[] request) {
        return () -> request;
    }
}
