package com.fusioncommerce.platform.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How many committed records each consumer group has yet to read. */
final class ConsumerLags {
    private static final int PATIENCE_MS = 10_000;

    private final String bootstrap;

    ConsumerLags(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Every group that has committed an offset, by name.
     *
     * @throws ExecutionException or TimeoutException if Kafka does not tell
     */
    List<Lag> read() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS))) {
            List<GroupListing> groups = admin.listGroups().valid().get(PATIENCE_MS, TimeUnit.MILLISECONDS).stream()
                    .filter(group ->
                            group.type().map(type -> type != GroupType.SHARE).orElse(true))
                    .toList();
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(admin, groups);
            Map<TopicPartition, Long> ends = ends(admin, committed);
            List<Lag> lags = new ArrayList<>();
            for (GroupListing group : groups) {
                Map<TopicPartition, OffsetAndMetadata> offsets = committed.get(group.groupId());
                if (!offsets.isEmpty()) {
                    String state = group.groupState().map(Object::toString).orElse("?");
                    lags.add(new Lag(group.groupId(), state, lag(offsets, ends)));
                }
            }
            lags.sort(Comparator.comparing(Lag::reader));
            return lags;
        }
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin, List<GroupListing> groups)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = groups.stream()
                .collect(Collectors.toMap(GroupListing::groupId, group -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = asked.isEmpty()
                ? Map.of()
                : admin.listConsumerGroupOffsets(asked).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> known = new HashMap<>();
        committed.forEach((group, offsets) -> {
            Map<TopicPartition, OffsetAndMetadata> present = new HashMap<>(offsets);
            present.values().removeIf(offset -> offset == null);
            known.put(group, present);
        });
        return known;
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Map<String, Map<TopicPartition, OffsetAndMetadata>> committed)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = committed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Never negative: a group may commit past the last record when a transaction's marker follows it. */
    static long lag(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return committed.entrySet().stream()
                .mapToLong(offset -> Math.max(
                        0,
                        ends.getOrDefault(offset.getKey(), 0L)
                                - offset.getValue().offset()))
                .sum();
    }
}
