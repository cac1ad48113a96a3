package com.fusioncommerce.platform.cli;

/** Tells whether output goes to an interactive terminal. */
public final class Terminal {
    private Terminal() {}

    /** Whether a person watches a terminal that can move its cursor; the script sees that better than Java does. */
    public static boolean isInteractive() {
        return Boolean.getBoolean("fusion.terminal")
                && System.getenv("CI") == null
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
    }
}
