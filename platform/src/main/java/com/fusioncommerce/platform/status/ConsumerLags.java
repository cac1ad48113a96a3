package com.fusioncommerce.platform.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** Lag of each consumer group in committed records, for the platform's own groups and all others. */
final class ConsumerLags {
    private static final int PATIENCE_MS = 10_000;

    private final String bootstrap;

    ConsumerLags(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Lags by owner of the group.
     *
     * @param ours of the platform's own groups
     * @param others of every other group on these brokers
     */
    record Lags(List<Lag> ours, List<Lag> others) {}

    /**
     * Every group that has committed an offset, by name.
     *
     * @param own names of the platform's groups
     * @throws ExecutionException or TimeoutException if Kafka does not answer
     */
    Lags read(Set<String> own) throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MS,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MS));
                UnreadRecords unread = new UnreadRecords(bootstrap)) {
            List<GroupListing> groups = admin.listGroups().valid().get(PATIENCE_MS, TimeUnit.MILLISECONDS).stream()
                    .filter(group ->
                            group.type().map(type -> type != GroupType.SHARE).orElse(true))
                    .sorted(Comparator.comparing(GroupListing::groupId))
                    .toList();
            Map<String, Map<TopicPartition, Long>> committed = committed(admin, groups);
            Map<TopicPartition, Long> ends = unread.ends(committed.values().stream()
                    .flatMap(offsets -> offsets.keySet().stream())
                    .collect(Collectors.toSet()));
            List<Lag> ours = new ArrayList<>();
            List<Lag> others = new ArrayList<>();
            for (GroupListing group : groups) {
                Map<TopicPartition, Long> offsets = committed.get(group.groupId());
                if (!offsets.isEmpty()) {
                    String state = group.groupState().map(Object::toString).orElse("?");
                    (own.contains(group.groupId()) ? ours : others)
                            .add(new Lag(group.groupId(), state, unread.count(offsets, ends)));
                }
            }
            return new Lags(ours, others);
        }
    }

    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin, List<GroupListing> groups)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = groups.stream()
                .collect(Collectors.toMap(GroupListing::groupId, group -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = asked.isEmpty()
                ? Map.of()
                : admin.listConsumerGroupOffsets(asked).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        Map<String, Map<TopicPartition, Long>> known = new HashMap<>();
        committed.forEach((group, offsets) -> {
            Map<TopicPartition, Long> present = new HashMap<>();
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    present.put(partition, offset.offset());
                }
            });
            known.put(group, present);
        });
        return known;
    }
}
