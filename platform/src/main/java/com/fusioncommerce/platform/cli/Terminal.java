package com.fusioncommerce.platform.cli;

/** Detects whether output goes to an interactive terminal. */
public final class Terminal {
    private Terminal() {}

    /** Whether output goes to a terminal with cursor control; the script detects that more reliably than Java. */
    public static boolean isInteractive() {
        return Boolean.getBoolean("fusion.terminal")
                && System.getenv("CI") == null
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
    }
}
