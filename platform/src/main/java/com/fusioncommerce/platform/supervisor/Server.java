package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.time.Duration;

/** A part that is a process of its own. */
public non-sealed interface Server extends Part {
    /**
     * Prepares what the process needs (downloads, configuration files) and says how to start it. Called before each
     * start, so it must be repeatable.
     *
     * @param progress told what takes time
     * @throws IOException if it can't be prepared; the message is shown to people
     */
    Launch launch(Progress progress) throws IOException;

    /** Tells whether the process does its work. */
    Probe probe();

    /** Tells whether another of its kind may be stopped now: it serves, and has caught up with what it missed. */
    default Probe settled() {
        return probe();
    }

    /** How long a start may take before it counts as failed. */
    default Duration patience() {
        return Duration.ofSeconds(150);
    }

    /** How long it may take to stop after SIGTERM before it is killed. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }
}
