package com.fusioncommerce.platform.supervisor;

import java.time.Duration;
import java.util.List;

/** Listener for events of parts. Called from several threads at once. */
public interface Watcher {
    /** A part is being prepared, started or waited for. */
    default void working(String part, String doing) {}

    /** A part is ready, also after a restart. */
    default void ready(String part, Duration took, String note) {}

    /**
     * A process died and will be restarted.
     *
     * @param how its exit code or signal
     * @param logTail its last log lines
     * @param restartIn backoff before the restart
     */
    default void died(String part, String how, List<String> logTail, Duration restartIn) {}

    /** A process is asked to stop. */
    default void stopping(String part) {}

    /**
     * A process has ended.
     *
     * @param killed whether it was killed
     */
    default void stopped(String part, boolean killed) {}

    /** Forwards to two watchers. */
    static Watcher both(Watcher first, Watcher second) {
        return new Watcher() {
            @Override
            public void working(String part, String doing) {
                first.working(part, doing);
                second.working(part, doing);
            }

            @Override
            public void ready(String part, Duration took, String note) {
                first.ready(part, took, note);
                second.ready(part, took, note);
            }

            @Override
            public void died(String part, String how, List<String> logTail, Duration restartIn) {
                first.died(part, how, logTail, restartIn);
                second.died(part, how, logTail, restartIn);
            }

            @Override
            public void stopping(String part) {
                first.stopping(part);
                second.stopping(part);
            }

            @Override
            public void stopped(String part, boolean killed) {
                first.stopped(part, killed);
                second.stopped(part, killed);
            }
        };
    }

    /** Ignores all events. */
    static Watcher silent() {
        return new Watcher() {};
    }
}
