package com.fusioncommerce.streams.kernel.topology;

import java.time.Duration;

/**
 * How the kernel behaves.
 *
 * @param application who gives up on a dead letter
 * @param keysKept how long a request with an idempotency key can be repeated
 * @param outcomesKept how long answers, and claims to find them by, are kept: longer than keys, by more than the clocks of instances may differ and a
 *     repeated request may be under way
 * @param deadlineInterval how often deadlines are looked at
 * @param purgeInterval how often old outcomes are looked for
 * @param purgeBatch how many outcomes are looked at each time
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
    /** How long answers are kept where nothing else is said. */
    public static final Duration OUTCOMES_KEPT = Duration.ofHours(25);

    /** A day of deduplication, deadlines to 50 ms. */
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
