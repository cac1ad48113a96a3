package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
    static List<Topic> topics() {
        return Topics.all();
    }

    @Test
    void every_message_that_is_sent_has_its_topic_and_only_that() {
        for (MessageType message : Messages.all()) {
            List<String> carrying = Topics.all().stream()
                    .filter(topic -> topic.values().contains(message.type()))
                    .map(Topic::name)
                    .toList();
            if (message.kind() == MessageType.Kind.REQUEST) {
                assertThat(carrying)
                        .as(message.name())
                        .hasSizeGreaterThan(1)
                        .allMatch(name -> name.endsWith(".commands"));
            } else {
                assertThat(carrying)
                        .as(message.name())
                        .isEqualTo(message.topic().stream().toList());
            }
        }
    }

    @Test
    void a_topic_that_no_message_names_is_none() {
        assertThatThrownBy(() -> Topics.events("weather")).hasMessageContaining("weather.events");
    }

    @Test
    void published_events_are_those_that_say_so() {
        assertThat(Topics.published())
                .extracting(Topic::name)
                .containsExactly("catalog.events", "fraud.events", "inventory.events", "orders.events");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_topic_has_a_writer_a_reader_and_something_to_carry(Topic topic) {
        assertThat(topic.writers()).isNotEmpty();
        assertThat(topic.readers()).isNotEmpty();
        assertThat(topic.values()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(topic.description()).endsWith(".");
    }

    @Test
    void names_are_unique_and_so_are_their_dead_letters() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Topics.all())
                .extracting(Topic::deadLetters)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void topics_that_are_keyed_by_aggregates_can_be_joined_in_one_task() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.kind() != Topic.Kind.OUTCOME)
                .extracting(Topic::partitions)
                .containsOnly(Topics.PARTITIONS);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void events_and_facts_are_kept_commands_and_outcomes_are_not(Topic topic) {
        switch (topic.kind()) {
            case EVENT, FACT ->
                assertThat(topic.settings())
                        .containsEntry("retention.ms", "-1")
                        .containsEntry("cleanup.policy", "delete");
            case STATE -> assertThat(topic.settings()).containsEntry("cleanup.policy", "compact");
            case COMMAND, OUTCOME -> assertThat(topic.retention()).isGreaterThan(Duration.ZERO);
        }
    }

    @Test
    void subjects_are_named_after_topic_and_record() {
        Class<? extends SpecificRecord> type = Topics.events("orders").values().get(0);

        assertThat(Topics.events("orders").subject(type)).isEqualTo("orders.events-" + type.getName());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void events_go_by_public_names_and_everything_else_by_its_schemas(Topic topic) {
        for (Class<? extends SpecificRecord> type : topic.values()) {
            if (topic.kind() == Topic.Kind.EVENT) {
                assertThat(Messages.nameOf(type)).matches("[a-z]+\\.[a-z_]+");
            } else {
                assertThat(Messages.nameOf(type)).isEqualTo(type.getSimpleName());
            }
        }
    }
}
