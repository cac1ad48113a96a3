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
 * Makes topics and waits until their partitions are led.
 *
 * <p>A broker acknowledges a topic before it leads its partitions. What a producer with several batches on their way
 * then sends may be refused at first and taken from the second batch on, and the first is a number out of order for
 * ever: the send fails.
 */
public final class ServedTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MS = 20;

    private ServedTopics() {}

    /**
     * Makes topics; returns when each of their partitions answers.
     *
     * @throws ExecutionException if a topic was not made, or a partition is not led within the admin client's time
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

    /** A broker that has not heard of the topic yet says that there is none, which the client takes for final. */
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
