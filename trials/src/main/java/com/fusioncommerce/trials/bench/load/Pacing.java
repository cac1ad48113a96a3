package com.fusioncommerce.trials.bench.load;

/** Decides when the next request is sent. */
abstract class Pacing {
    /** Whether a request is due, with so many in progress. */
    abstract boolean isDue(long now, int underWay);

    /** Takes a due request; returns its intended send time. */
    abstract long take(long now);

    /** Number of due requests not taken. */
    abstract long overdue(long now);

    /** Closed loop: each client sends its next request after its last answer. */
    static Pacing clients(int clients) {
        return new Pacing() {
            @Override
            boolean isDue(long now, int underWay) {
                return underWay < clients;
            }

            @Override
            long take(long now) {
                return now;
            }

            @Override
            long overdue(long now) {
                return 0;
            }
        };
    }

    /** Open loop: a fixed rate with even spacing from {@code start} on. */
    static Pacing rate(double perSecond, long start) {
        Schedule schedule = new Schedule(perSecond, start);
        return new Pacing() {
            private long taken;

            @Override
            boolean isDue(long now, int underWay) {
                return now - schedule.at(taken) > 0;
            }

            @Override
            long take(long now) {
                return schedule.at(taken++);
            }

            @Override
            long overdue(long now) {
                return Math.max(0, schedule.due(now) - taken);
            }
        };
    }
}
