package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.time.Duration;

/** A part that runs as a process. */
public non-sealed interface Server extends Part {
    /**
     * Prepares downloads and configuration files and returns the launch. Called before each start, so it must be
     * repeatable.
     *
     * @param progress gets the steps that take time
     * @throws IOException if preparation fails; the message is shown to people
     */
    Launch launch(Progress progress) throws IOException;

    /** The probe that succeeds while the process works. */
    Probe probe();

    /** The probe that succeeds once another server of the group may be stopped: this one serves and has caught up. */
    default Probe settled() {
        return probe();
    }

    /** Time after which a start has failed. */
    default Duration patience() {
        return Duration.ofSeconds(150);
    }

    /** Time to stop after SIGTERM before the process is killed. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }
}
