package com.fusioncommerce.streams;

import java.time.Duration;

/**
 * Timeouts and limits when an instance dies.
 *
 * @param session session timeout: an instance without a heartbeat for so long is dead; the broker bounds it by {@code
 *     group.min.session.timeout.ms}
 * @param transaction transaction timeout: a living instance that cannot commit for so long restores its tasks from
 *     their changelogs; a dead one's open transaction blocks every reader for so long, unless another instance aborts
 *     it
 * @param standbyLag records that a standby copy may lag behind and still answer, while the active copy is unavailable
 * @param streamsProtocol whether the broker assigns tasks (KIP-1071) rather than an instance
 */
public record Failover(Duration session, Duration transaction, long standbyLag, boolean streamsProtocol) {
    /**
     * Maximum poll interval: how long a rebalance waits for a member, and how long a member may process polled records.
     * With Kafka's default, a group waits five minutes for a member that was killed together with its broker.
     */
    static final Duration REBALANCE = Duration.ofSeconds(30);

    /** Defaults, which every broker accepts. */
    public static Failover defaults() {
        return new Failover(Duration.ofSeconds(10), Duration.ofSeconds(30), 10_000, false);
    }

    /** Heartbeat interval: at least three heartbeats may be lost before an instance counts as dead. */
    Duration heartbeat() {
        return session.dividedBy(6);
    }
}
