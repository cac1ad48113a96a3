package com.fusioncommerce.models.simulation;

import java.time.Duration;

/**
 * SplitMix64 and the distributions of the simulation: bit for bit the same on every JVM, unlike the JDK's generators.
 */
final class SimulationRandom {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    SimulationRandom(long seed) {
        this.state = seed;
    }

    /** The random stream with an index under a seed. */
    static SimulationRandom of(long seed, long index) {
        return new SimulationRandom(mix(seed) ^ mix(index * GAMMA + 1));
    }

    long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** A number from 0 to below 1. */
    double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    /** A whole number from 0 to below the bound. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** Waiting time of a Poisson process; at least a second. */
    Duration exponential(Duration mean) {
        double millis = -StrictMath.log(1 - uniform()) * mean.toMillis();
        return Duration.ofMillis(Math.max(1_000, (long) millis));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
