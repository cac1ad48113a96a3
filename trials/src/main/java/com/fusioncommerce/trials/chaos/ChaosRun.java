package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.trials.chaos.ChaosReport.Round;
import com.fusioncommerce.trials.chaos.ChaosReport.Service;
import com.fusioncommerce.trials.chaos.Inflictor.Remedy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Injects faults into one platform round by round, and records availability. For one use. */
final class ChaosRun {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double WARM = 0.99;
    private static final Duration LATELY = Duration.ofSeconds(5);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(3);

    private final ChaosSettings settings;
    private final PlatformHealth wellness;
    private final Map<FaultKind, Inflictor> inflictors;
    private final Samples samples;
    private final BooleanSupplier stopped;
    private final Consumer<String> says;
    private final List<Played> played = new ArrayList<>();
    private long calmFrom;
    private long from;

    /** A round and its times, all {@link System#nanoTime()}. */
    private record Played(Schedule.Round round, long begun, long ended, long recovered, boolean well) {}

    /**
     * A run.
     *
     * @param samples of the load
     * @param stopped whether a stop was requested
     * @param says prints progress
     */
    ChaosRun(
            ChaosSettings settings,
            Platform platform,
            Map<FaultKind, Inflictor> inflictors,
            Samples samples,
            BooleanSupplier stopped,
            Consumer<String> says) {
        this.settings = settings;
        this.wellness = new PlatformHealth(platform);
        this.inflictors = inflictors;
        this.samples = samples;
        this.stopped = stopped;
        this.says = says;
    }

    /** Plays rounds until time is over. */
    void run(Schedule schedule) {
        warmUp();
        calmFrom = System.nanoTime();
        pause(settings.calm());
        from = System.nanoTime();
        while (System.nanoTime() - from < settings.lasting().toNanos() && !stopped.getAsBoolean()) {
            Schedule.Round round = schedule.next();
            played.add(play(round));
            pause(round.calm());
        }
    }

    /** Waits for JIT compilation, a minute or two on a small machine: late answers before do not result from faults. */
    private void warmUp() {
        pause(settings.warmUp());
        if (!Await.until(LONGEST_WARM_UP, () -> stopped.getAsBoolean() || isWarm())) {
            says.accept("  still slow after " + LONGEST_WARM_UP.toSeconds() + " s of load");
        }
    }

    private boolean isWarm() {
        long to = System.nanoTime() - Load.IN_TIME.toNanos();
        Service lately = service(to - LATELY.toNanos(), to);
        return lately.reads().answered() >= WARM && lately.writes().answered() >= WARM;
    }

    private Played play(Schedule.Round round) {
        says.accept(round.toString());
        long begun = System.nanoTime();
        List<Remedy> remedies = new ArrayList<>();
        try {
            for (Fault fault : round.faults()) {
                remedies.add(inflictors.get(fault.kind()).inflict(fault.part()));
            }
            if (remedies.stream().anyMatch(remedy -> remedy != Remedy.NONE)) {
                pause(round.hold());
            }
        } catch (IOException e) {
            says.accept("  could not be done: " + e.getMessage());
        } finally {
            remedies.forEach(this::apply);
        }
        long ended = System.nanoTime();
        boolean well = wellness.await(settings.recovery());
        long recovered = System.nanoTime();
        says.accept(String.format(
                "  %s after %.1f s",
                well ? "well again" : "NOT well: " + wellness.unwell(), (recovered - ended) / NANOS_A_SECOND));
        return new Played(round, begun, ended, recovered, well);
    }

    private void apply(Remedy remedy) {
        try {
            remedy.apply();
        } catch (IOException e) {
            says.accept("  could not be undone: " + e.getMessage());
        }
    }

    private Service service(long from, long to) {
        return new Service(
                Availability.between(samples.of(false), from, to), Availability.between(samples.of(true), from, to));
    }

    private void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && !stopped.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(TimeUnit.MILLISECONDS.toNanos(100), until - System.nanoTime()));
        }
    }

    /** Availability before the first round; complete once the load has ended. */
    Service calm() {
        return service(calmFrom, from);
    }

    /** The rounds played; complete once the load has ended. */
    List<Round> rounds() {
        return played.stream().map(this::round).toList();
    }

    private Round round(Played one) {
        return new Round(
                one.round().toString(),
                (one.begun() - from) / NANOS_A_SECOND,
                TimeUnit.NANOSECONDS.toMillis(one.ended() - one.begun()),
                TimeUnit.NANOSECONDS.toMillis(one.recovered() - one.ended()),
                one.well(),
                service(one.begun(), one.recovered()));
    }
}
