package com.fusioncommerce.platform.config;

/** A home has a platform running already. */
public final class AlreadyRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRunningException(Home home, String pid) {
        super("a platform is running already in " + home.directory() + " (process " + pid
                + "): see `fusion status`, stop it with `fusion down`, or choose another place with --home");
    }
}
