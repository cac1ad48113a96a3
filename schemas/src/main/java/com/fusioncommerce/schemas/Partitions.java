package com.fusioncommerce.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/**
 * The platform's only partitioner. Producers, sinks of streams and jobs, and the routing of queries all use it, so that
 * one task processes all keys of a pool.
 */
public final class Partitions {
    private Partitions() {}

    /**
     * The partition of a key.
     *
     * @param key {@code tenant/id} or {@code tenant/pool~id}
     * @param partitions number of the topic's partitions, at least 1
     */
    public static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(Keys.routing(key).getBytes(UTF_8))) % partitions;
    }
}
