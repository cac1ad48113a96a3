package com.fusioncommerce.trials.chaos;

import java.util.Locale;

/** Kinds of faults. */
enum FaultKind {
    /** kill -9; the supervisor restarts the part after a second. */
    KILL("kill -9 of"),
    /** SIGSTOP, and SIGCONT after a while: the process exists, but does not respond. */
    FREEZE("SIGSTOP/SIGCONT of"),
    /** The disk of the part's data is full for a while. */
    FULL("disk full under"),
    /** No packet reaches or leaves the part's ports for a while. */
    CUT("network cut of");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    /** The kind's name on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind in words, to be followed by a part's name. */
    String words() {
        return words;
    }
}
