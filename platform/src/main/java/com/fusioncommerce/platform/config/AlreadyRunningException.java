package com.fusioncommerce.platform.config;

/** A platform is already running in this home. */
public final class AlreadyRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRunningException(Home home, String pid) {
        super("a platform is running already in " + home.directory() + " (process " + pid
                + "): see `fusion status`, stop it with `fusion down`, or choose another place with --home");
    }
}
