package com.fusioncommerce.trials.bench.load;

/** When the next request goes out. */
abstract class Pacing {
    /** Whether one should be sent, with so many under way. */
    abstract boolean isDue(long now, int underWay);

    /** When the one that is due should have been sent; the next one is due after it. */
    abstract long take(long now);

    /** How many are due that were not taken. */
    abstract long overdue(long now);

    /** So many clients, each of which sends its next request when it has its answer. */
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

    /** So many a second, evenly, from {@code start} on, whatever becomes of them. */
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
