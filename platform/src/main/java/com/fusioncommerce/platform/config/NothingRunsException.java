package com.fusioncommerce.platform.config;

import java.nio.file.Files;
import java.util.List;

/** A command is for the platform of a home, and none runs there. Guessing the usual ports could reach somebody else's. */
public final class NothingRunsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private NothingRunsException(String message) {
        super(message);
    }

    /**
     * Tells a home in which nothing was ever started, which is most likely a mistyped one, from one that is down.
     *
     * @param variables of the environment that could name the servers instead; empty where none can
     */
    public static NothingRunsException in(Home home, List<String> variables) {
        String what = wasStarted(home) ? "nothing runs in " : "nothing has been started in ";
        String instead = variables.isEmpty() ? "" : ", or set " + String.join(", ", variables);
        return new NothingRunsException(what + home.directory() + ": start it with `fusion up`" + instead);
    }

    /** A home without the key that the API makes when it is first started. */
    public static NothingRunsException noKey(Home home) {
        return wasStarted(home)
                ? new NothingRunsException("the API has never been started in " + home.directory()
                        + ", so there is no key to sign with: start it with `fusion up`")
                : in(home, List.of());
    }

    /** Whether a platform was ever started in a home. */
    public static boolean wasStarted(Home home) {
        return Files.isDirectory(home.run());
    }
}
