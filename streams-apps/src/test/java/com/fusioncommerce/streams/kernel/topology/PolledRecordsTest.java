package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PolledRecordsTest {
    private final PolledRecords polled = new PolledRecords();

    @Test
    void the_last_of_a_poll_is_the_moment_to_commit() {
        polled.onConsume(records(3));

        assertThat(PolledRecords.lastProcessed()).isFalse();
        assertThat(PolledRecords.lastProcessed()).isFalse();
        assertThat(PolledRecords.lastProcessed()).isTrue();
        assertThat(PolledRecords.lastProcessed()).isFalse();
    }

    @Test
    void records_of_a_lost_partition_are_not_waited_for() {
        polled.onConsume(records(3));
        PolledRecords.lastProcessed();

        polled.onConsume(records(1));

        assertThat(PolledRecords.lastProcessed()).isTrue();
    }

    @Test
    void another_thread_counts_its_own() throws InterruptedException {
        polled.onConsume(records(1));
        Thread other = new Thread(() -> new PolledRecords().onConsume(records(5)));
        other.start();
        other.join();

        assertThat(PolledRecords.lastProcessed()).isTrue();
    }

    private static ConsumerRecords<byte[], byte[]> records(int count) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, count)
                .mapToObj(offset -> new ConsumerRecord<>("orders.commands", 0, offset, new byte[0], new byte[0]))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("orders.commands", 0), records), Map.of());
    }
}
