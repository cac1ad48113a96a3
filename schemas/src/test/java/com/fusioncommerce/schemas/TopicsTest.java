package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
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
    void the_catalogue_lists_every_topic_that_is_declared() {
        List<Topic> declared = Arrays.stream(Topics.class.getFields())
                .filter(field -> field.getType() == Topic.class)
                .map(TopicsTest::constant)
                .toList();

        assertThat(Topics.all()).containsExactlyInAnyOrderElementsOf(declared);
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
        Class<? extends SpecificRecord> type = Topics.ORDERS_EVENTS.values().get(0);

        assertThat(Topics.ORDERS_EVENTS.subject(type)).isEqualTo("orders.events-" + type.getName());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void events_go_by_public_names_and_everything_else_by_its_schemas(Topic topic) {
        for (Class<? extends SpecificRecord> type : topic.values()) {
            if (topic.kind() == Topic.Kind.EVENT) {
                assertThat(MessageTypes.of(type)).matches("[a-z]+\\.[a-z_]+");
            } else {
                assertThat(MessageTypes.of(type)).isEqualTo(type.getSimpleName());
            }
        }
    }

    private static Topic constant(java.lang.reflect.Field field) {
        try {
            return (Topic) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
