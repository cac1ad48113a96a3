package com.fusioncommerce.streams.kernel.topology;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Interceptor of the main consumer that tells a stream thread when it has processed all records of its last poll: the
 * moment to commit. Answers then do not wait for the commit interval, and under load a transaction has all records that
 * arrived during the last commit. The consumer polls on the thread that processes.
 */
public final class PolledRecords implements ConsumerInterceptor<byte[], byte[]> {
    private static final ThreadLocal<PolledRecords> OF_THREAD = new ThreadLocal<>();

    private int left;

    /** Whether the record that was just processed is the last one polled. */
    static boolean lastProcessed() {
        PolledRecords polled = OF_THREAD.get();
        return polled != null && polled.left > 0 && --polled.left == 0;
    }

    /** Restarts the count with each poll, so that records of a lost partition are not waited for. */
    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        OF_THREAD.set(this);
        left = records.count();
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
