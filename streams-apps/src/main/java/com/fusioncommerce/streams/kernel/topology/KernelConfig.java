package com.fusioncommerce.streams.kernel.topology;

import java.time.Duration;

/**
 * Configuration of the kernel.
 *
 * @param application application named in dead letters
 * @param keysKept how long a request with an idempotency key can be repeated
 * @param outcomesKept how long outcomes and their claims are kept: longer than keys, by more than the clock skew of
 *     instances and the way of a repeated request
 * @param deadlineInterval interval of checks for due deadlines
 * @param purgeInterval interval of purges of expired outcomes and claims
 * @param purgeBatch values that a purge scans
 * @param inMemory whether state stores live in memory, with a changelog, rather than in RocksDB
 */
public record KernelConfig(
        String application,
        Duration keysKept,
        Duration outcomesKept,
        Duration deadlineInterval,
        Duration purgeInterval,
        int purgeBatch,
        boolean inMemory) {
    /** How long outcomes are kept by default. */
    public static final Duration OUTCOMES_KEPT = Duration.ofHours(25);

    /** Idempotency keys kept for a day, deadlines exact to 50 ms. */
    public static KernelConfig defaults(String application) {
        return new KernelConfig(
                application,
                Duration.ofDays(1),
                OUTCOMES_KEPT,
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                2_000,
                false);
    }
}
