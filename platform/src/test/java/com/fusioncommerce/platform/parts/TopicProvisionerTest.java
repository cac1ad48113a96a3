package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicProvisionerTest {
    private final Map<String, NewTopic> wanted =
            TopicProvisioner.wanted((short) 1).stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void every_topic_of_the_catalogue_has_its_partitions_and_its_dead_letters() {
        for (Topic topic : Topics.all()) {
            assertThat(wanted.get(topic.name()).numPartitions()).isEqualTo(topic.partitions());
            assertThat(wanted).containsKey(topic.deadLetters());
        }
        assertThat(wanted).hasSize(2 * Topics.all().size());
    }

    @Test
    void events_are_kept_for_ever() {
        assertThat(wanted.get("orders.events").configs())
                .containsEntry("retention.ms", "-1")
                .containsEntry("cleanup.policy", "delete");
    }

    @Test
    void commands_are_kept_for_a_week_after_they_were_written() {
        assertThat(wanted.get("orders.commands").configs())
                .containsEntry("retention.ms", "604800000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void of_a_state_the_newest_is_kept() {
        assertThat(wanted.get("catalog.products").configs()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void on_three_brokers_each_record_is_on_all_and_counts_once_two_have_it() {
        assertThat(TopicProvisioner.wanted((short) 3)).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
            assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
        });
    }
}
