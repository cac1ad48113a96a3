package com.fusioncommerce.platform.config;

import java.nio.file.Files;
import java.util.List;

/**
 * A command needs the platform of a home, and no platform runs there. Guessing the standard ports could reach another
 * home's platform.
 */
public final class NothingRunsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private NothingRunsException(String message) {
        super(message);
    }

    /**
     * Distinguishes a home without any earlier start, most likely mistyped, from one whose platform is down.
     *
     * @param variables environment variables that could give the addresses instead; may be empty
     */
    public static NothingRunsException in(Home home, List<String> variables) {
        String what = wasStarted(home) ? "nothing runs in " : "nothing has been started in ";
        String instead = variables.isEmpty() ? "" : ", or set " + String.join(", ", variables);
        return new NothingRunsException(what + home.directory() + ": start it with `fusion up`" + instead);
    }

    /** The home has no signing key; the API creates the key at its first start. */
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
