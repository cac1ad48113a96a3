package com.fusioncommerce.trials.chaos;

import java.util.Locale;

/** The ways in which a part is broken. */
enum FaultKind {
    /** kill -9; the supervisor starts it again after a second. */
    KILL("kill -9 of"),
    /** SIGSTOP, a while, SIGCONT: alive for the system, dead for everybody else. */
    FREEZE("SIGSTOP/SIGCONT of"),
    /** The disk under its data is full for a while. */
    FULL("disk full under"),
    /** No packet reaches its ports or leaves them for a while. */
    CUT("network cut of");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    /** Its name on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For sentences, a part's name comes behind it. */
    String words() {
        return words;
    }
}
