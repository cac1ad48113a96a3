package com.fusioncommerce.platform.supervisor;

import java.time.Duration;

/** How long to wait before starting a process again: doubles with each death, starts over after a stable run. */
final class Backoff {
    private final Schedule schedule;
    private Duration next;

    Backoff(Schedule schedule) {
        this.schedule = schedule;
        this.next = schedule.first();
    }

    /**
     * The wait before the next start.
     *
     * @param ran how long the process ran before it died
     */
    Duration after(Duration ran) {
        if (ran.compareTo(schedule.stableAfter()) >= 0) {
            next = schedule.first();
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(schedule.longest()) > 0 ? schedule.longest() : doubled;
        return wait;
    }

    /**
     * The settings.
     *
     * @param first the wait after the first death
     * @param longest the wait is never longer than this
     * @param stableAfter a process that ran this long counts as stable: its next death is a first one
     */
    record Schedule(Duration first, Duration longest, Duration stableAfter) {
        static final Schedule DEFAULT =
                new Schedule(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
