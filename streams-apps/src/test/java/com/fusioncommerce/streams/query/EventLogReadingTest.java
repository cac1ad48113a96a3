package com.fusioncommerce.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventLogReadingTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders.events", 0);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int A_FETCH = 10;

    private final Log log = new Log();

    /** A log with an index by time, whose fetches return a few messages each. It counts its requests. */
    private static final class Log extends MockConsumer<byte[], byte[]> {
        private final List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        private int position;
        private int lookUps;
        private int fetches;
        private Runnable onLookUp = () -> {};

        Log() {
            super("none");
        }

        void add(String key, long time, int size) {
            messages.add(new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    messages.size(),
                    time,
                    TimestampType.CREATE_TIME,
                    key.length(),
                    size,
                    key.getBytes(UTF_8),
                    new byte[0],
                    new RecordHeaders(),
                    Optional.empty()));
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                Map<TopicPartition, Long> timestamps, Duration timeout) {
            lookUps++;
            onLookUp.run();
            return messages.stream()
                    .filter(message -> message.timestamp() >= timestamps.get(PARTITION))
                    .findFirst()
                    .map(message -> Map.of(PARTITION, new OffsetAndTimestamp(message.offset(), message.timestamp())))
                    .orElseGet(() -> Collections.singletonMap(PARTITION, null));
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            position = (int) offset;
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            fetches++;
            int end = Math.min(messages.size(), position + A_FETCH);
            List<ConsumerRecord<byte[], byte[]>> some = List.copyOf(messages.subList(position, end));
            position = end;
            return new ConsumerRecords<>(Map.of(PARTITION, some), Map.of());
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            throw new AssertionError("a reading that knows what it looks for does not ask where the log ends");
        }
    }

    @Test
    void an_order_that_is_fresh_is_read_with_one_look_up_and_one_fetch_and_nothing_is_waited_for_at_the_logs_end() {
        for (long time = 1; time <= 5; time++) {
            log.add("a", time, 100);
        }

        assertThat(read(List.of(1L, 2L, 3L, 4L, 5L)))
                .extracting(ConsumerRecord::timestamp)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(log.lookUps).isEqualTo(1);
        assertThat(log.fetches).isEqualTo(1);
    }

    @Test
    void what_lies_between_two_events_is_not_read() {
        log.add("a", 1, 100);
        for (int i = 0; i < 100 * A_FETCH; i++) {
            log.add("b", 2, 100);
        }
        log.add("a", 3, 100);

        assertThat(read(List.of(1L, 3L))).hasSize(2);
        assertThat(log.lookUps).isEqualTo(2);
        assertThat(log.fetches).isEqualTo(2);
    }

    @Test
    void events_of_one_moment_are_all_found_among_those_of_others() {
        for (int i = 0; i < 3 * A_FETCH; i++) {
            log.add(i % 7 == 0 ? "a" : "b", 1, 100);
        }

        assertThat(read(Collections.nCopies(5, 1L))).hasSize(5);
    }

    @Test
    void an_event_that_is_not_committed_yet_is_waited_for() {
        log.add("a", 1, 100);
        log.onLookUp = () -> {
            if (log.lookUps == 4) {
                log.add("a", 2, 100);
            }
        };

        assertThat(read(List.of(1L, 2L))).hasSize(2);
        assertThat(log.lookUps).isEqualTo(4);
    }

    @Test
    void what_the_log_does_not_have_is_said() {
        log.add("a", 1, 100);
        log.add("b", 9, 100);

        assertThatThrownBy(() -> read(List.of(1L, 2L)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("1 of 2");
    }

    @Test
    void it_ends_when_nobody_waits_any_more() {
        AtomicInteger asked = new AtomicInteger();
        Patience patience = Patience.of(LONG, () -> asked.incrementAndGet() > 3);

        assertThatThrownBy(() -> read(List.of(1L), patience)).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(4);
    }

    @Test
    void it_ends_when_its_time_has_passed() {
        assertThatThrownBy(() -> read(List.of(1L), Patience.of(Duration.ofMillis(30))))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void it_holds_only_so_many_bytes() {
        log.add("a", 1, (int) EventLogReading.MOST_BYTES);
        log.add("a", 1, 1);

        assertThatThrownBy(() -> read(List.of(1L, 1L))).isInstanceOf(HistoryTooLargeException.class);
    }

    private List<ConsumerRecord<byte[], byte[]>> read(List<Long> times) {
        return read(times, Patience.of(LONG));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(List<Long> times, Patience patience) {
        return new EventLogReading(log, PARTITION, "a".getBytes(UTF_8), times, patience).run();
    }
}
