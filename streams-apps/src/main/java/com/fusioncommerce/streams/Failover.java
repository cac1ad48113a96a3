package com.fusioncommerce.streams;

import java.time.Duration;

/**
 * How instances notice that one of them is gone, and what they may answer meanwhile.
 *
 * @param session an instance that the broker has not heard of for so long is gone; the broker bounds it by its own
 *     {@code group.min.session.timeout.ms}
 * @param transaction a living instance that cannot commit for so long starts its tasks again from their changelogs; what
 *     a dead one wrote and did not commit holds up every reader for so long, unless another ends it before
 * @param standbyLag records that a copy of the state may be behind and still answer, while the one it follows is gone
 * @param streamsProtocol whether the broker assigns tasks (KIP-1071) rather than an instance
 */
public record Failover(Duration session, Duration transaction, long standbyLag, boolean streamsProtocol) {
    /**
     * How long a group waits at most for a member that does not join again, and how long one may work on what it polled.
     * Kafka's default is five minutes, and a member that was killed together with its broker was waited for that long.
     */
    static final Duration REBALANCE = Duration.ofSeconds(30);

    /** Settings that every broker takes. */
    public static Failover defaults() {
        return new Failover(Duration.ofSeconds(10), Duration.ofSeconds(30), 10_000, false);
    }

    /** Three heartbeats at least may be lost before an instance counts as gone. */
    Duration heartbeat() {
        return session.dividedBy(6);
    }
}
