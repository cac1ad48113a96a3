package com.fusioncommerce.platform.supervisor;

import java.time.Duration;

/** Backoff before a restart: doubles with each death, and is reset by a stable run. */
final class Backoff {
    private final Schedule schedule;
    private Duration next;

    Backoff(Schedule schedule) {
        this.schedule = schedule;
        this.next = schedule.first();
    }

    /**
     * The backoff before the next start.
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
     * The backoff's settings.
     *
     * @param first backoff after the first death
     * @param longest upper bound
     * @param stableAfter run time after which the backoff is reset
     */
    record Schedule(Duration first, Duration longest, Duration stableAfter) {
        static final Schedule DEFAULT =
                new Schedule(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
