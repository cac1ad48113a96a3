package com.fusioncommerce.trials.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * The schedule of faults: first each fault alone, in random order, then one or two at a time, without end. The same
 * seed and faults give the same schedule.
 */
final class Schedule implements Iterator<Schedule.Round> {
    private static final int SHORTEST_HOLD_MS = 3_000;
    private static final int LONGEST_HOLD_MS = 12_000;
    private static final int SHORTEST_CALM_MS = 3_000;
    private static final int LONGEST_CALM_MS = 8_000;
    private static final double TWO_AT_ONCE = 0.3;

    private final Random random;
    private final List<Fault> faults;
    private final List<List<Fault>> planned = new ArrayList<>();
    private int next;

    /**
     * A schedule.
     *
     * @param faults at least one
     */
    Schedule(long seed, List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to break: see --faults");
        }
        this.random = new Random(seed);
        this.faults = List.copyOf(faults);
        faults.forEach(fault -> planned.add(List.of(fault)));
        Collections.shuffle(planned, random);
        List<Fault> kills =
                faults.stream().filter(fault -> fault.kind() == FaultKind.KILL).toList();
        if (kills.size() > 1) {
            planned.add(kills);
        }
    }

    /**
     * Faults that begin together.
     *
     * @param faults one; two of different groups; or kill -9 of every process, as in a power failure
     * @param hold duration of faults that do not end by themselves
     * @param calm pause after recovery
     */
    record Round(List<Fault> faults, Duration hold, Duration calm) {
        @Override
        public String toString() {
            return String.join(" and ", faults.stream().map(Fault::toString).toList());
        }
    }

    /** Always: the schedule has no end. */
    @Override
    public boolean hasNext() {
        return true;
    }

    /** Number of rounds until each fault was played alone, and then every process was killed at once. */
    int roundsPlanned() {
        return planned.size();
    }

    @Override
    public Round next() {
        List<Fault> chosen = next < planned.size() ? planned.get(next) : some();
        next++;
        return new Round(
                chosen, between(SHORTEST_HOLD_MS, LONGEST_HOLD_MS), between(SHORTEST_CALM_MS, LONGEST_CALM_MS));
    }

    private List<Fault> some() {
        Fault first = faults.get(random.nextInt(faults.size()));
        List<Fault> others = faults.stream()
                .filter(other -> !other.group().equals(first.group()))
                .toList();
        boolean two = random.nextDouble() < TWO_AT_ONCE && !others.isEmpty();
        return two ? List.of(first, others.get(random.nextInt(others.size()))) : List.of(first);
    }

    private Duration between(int shortest, int longest) {
        return Duration.ofMillis(shortest + random.nextInt(longest - shortest));
    }
}
