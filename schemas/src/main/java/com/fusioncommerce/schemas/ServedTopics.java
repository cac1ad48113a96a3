package com.fusioncommerce.schemas;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates topics and waits until their partitions have leaders.
 *
 * <p>A broker acknowledges a topic before it leads the topic's partitions. Of several batches that a producer then has
 * in flight, the first may be refused and the second accepted. The first is out of sequence from then on, and its send
 * fails.
 */
public final class ServedTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MS = 20;

    private ServedTopics() {}

    /**
     * Creates topics; returns when each of their partitions has a leader.
     *
     * @throws ExecutionException if a topic was not created, or a partition has no leader within the admin client's
     *     timeout
     */
    public static void create(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        CreateTopicsResult created = admin.createTopics(topics);
        created.all().get();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (String topic : topics.stream().map(NewTopic::name).collect(Collectors.toSet())) {
            int count = created.numPartitions(topic).get();
            for (int partition = 0; partition < count; partition++) {
                partitions.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        awaitLed(admin, partitions);
    }

    /** Repeats the request while a broker does not know the topic yet: the admin client does not retry that error. */
    private static void awaitLed(Admin admin, Map<TopicPartition, OffsetSpec> partitions)
            throws ExecutionException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.listOffsets(partitions).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() - until > 0) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }
}
