package com.fusioncommerce.platform.parts;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.ServedTopics;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Creates the catalogue's topics, each with its dead letter topic, and updates the settings of existing ones. Never
 * deletes a topic and never changes its number of partitions, which would move keys to other partitions.
 */
final class TopicProvisioner {
    private static final Map<String, String> DEAD_LETTERS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()));
    private static final int MOST_REPLICAS = 3;
    private static final String FOR_EVER = "-1";

    private final Admin admin;

    TopicProvisioner(Admin admin) {
        this.admin = admin;
    }

    /**
     * Result of provisioning.
     *
     * @param created topics created
     * @param present topics that already existed
     */
    record Outcome(int created, int present) {}

    /**
     * Creates and updates topics.
     *
     * @throws IllegalStateException if a topic has another number of partitions
     */
    Outcome provision() throws ExecutionException, InterruptedException {
        short replicas = (short)
                Math.min(MOST_REPLICAS, admin.describeCluster().nodes().get().size());
        List<NewTopic> wanted = wanted(replicas);
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = wanted.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        List<NewTopic> present =
                wanted.stream().filter(topic -> existing.contains(topic.name())).toList();
        requireSamePartitions(present);
        ServedTopics.create(admin, missing);
        applySettings(present);
        return new Outcome(missing.size(), present.size());
    }

    /** The catalogue's topics and their dead letter topics. */
    static List<NewTopic> wanted(short replicas) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            wanted.add(topic(topic.name(), topic.partitions(), replicas, settings(topic)));
            wanted.add(topic(topic.deadLetters(), DeadLetters.PARTITIONS, replicas, DEAD_LETTERS));
        }
        return wanted;
    }

    private static NewTopic topic(String name, int partitions, short replicas, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        if (replicas == MOST_REPLICAS) {
            // One replica may be out of sync, and acknowledged records survive the loss of another.
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replicas - 1));
        }
        return new NewTopic(name, partitions, replicas).configs(all);
    }

    private static Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        if (topic.retention() == null) {
            settings.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
        } else {
            settings.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(topic.retention().toMillis()));
            // Retention counts from the append, not from the event time, which is years ago in imports.
            settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        }
        return settings;
    }

    private void requireSamePartitions(Collection<NewTopic> present) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described = admin.describeTopics(
                        present.stream().map(NewTopic::name).toList())
                .allTopicNames()
                .get();
        List<String> others = present.stream()
                .filter(topic -> described.get(topic.name()).partitions().size() != topic.numPartitions())
                .map(topic -> topic.name() + " has "
                        + described.get(topic.name()).partitions().size() + " instead of " + topic.numPartitions())
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalStateException("topics with another number of partitions than the catalogue's: "
                    + String.join(", ", others) + "; keys would lie elsewhere, so move the data or use other topics");
        }
    }

    private void applySettings(Collection<NewTopic> present) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = present.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic -> topic.configs().entrySet().stream()
                                .map(setting -> new AlterConfigOp(
                                        new ConfigEntry(setting.getKey(), setting.getValue()),
                                        AlterConfigOp.OpType.SET))
                                .toList()));
        admin.incrementalAlterConfigs(changes).all().get();
    }
}
