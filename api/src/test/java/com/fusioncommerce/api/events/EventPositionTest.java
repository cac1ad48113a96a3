package com.fusioncommerce.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EventPositionTest {
    @Property
    void a_position_can_be_read_back(@ForAll @Size(16) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> offsets) {
        EventPosition position = EventPosition.start();
        for (int i = 0; i < offsets.size(); i++) {
            position.set(EventPosition.all().get(i), offsets.get(i));
        }

        EventPosition read = EventPosition.parse(position.encode()).orElseThrow();

        for (TopicPartition partition : EventPosition.all()) {
            assertThat(read.of(partition)).isEqualTo(position.of(partition));
        }
        assertThat(read.reaches(position) && position.reaches(read)).isTrue();
    }

    @Property
    void whatever_else_comes_is_no_position(@ForAll @StringLength(max = 40) String text) {
        EventPosition.parse(text)
                .ifPresent(position -> assertThat(position.encode()).isEqualTo(text));
    }

    @Test
    void an_id_of_the_first_version_is_still_read() {
        byte[] bytes = new byte[17];
        bytes[0] = 1;
        bytes[1] = 7;
        bytes[16] = 5;
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        EventPosition position = EventPosition.parse(id).orElseThrow();

        assertThat(position.of(new TopicPartition("orders.events", 0))).isEqualTo(7);
        assertThat(position.of(new TopicPartition("fraud.events", 3))).isEqualTo(5);
    }

    @Test
    void what_has_not_advanced_takes_no_room() {
        EventPosition position = EventPosition.start();
        assertThat(position.encode()).hasSize(2);

        position.set(new TopicPartition("orders.events", 2), 300);

        assertThat(position.encode()).hasSize(14);
    }

    @Property
    void an_event_is_passed_once(@ForAll @LongRange(min = 0, max = 1_000) long offset) {
        TopicPartition partition = EventPosition.all().get(3);
        EventPosition position = EventPosition.start();

        assertThat(position.advance(partition, offset)).isTrue();
        assertThat(position.advance(partition, offset)).isFalse();
        assertThat(position.advance(partition, offset + 1)).isTrue();
    }
}
