package com.fusioncommerce.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.common.CommandRefused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * One reading of an aggregate's events with a consumer of its own. The number of events at each time is known, so the
 * reading ends with the last one and never waits for later records. Events close to each other arrive with one fetch;
 * the reading seeks others by the topic's index by time. An event whose transaction is not committed yet is waited for.
 */
final class EventLogReading {
    /** Maximum bytes of events of one reading. */
    static final long MOST_BYTES = 8L << 20;

    private static final byte[] REFUSED = Messages.nameOf(CommandRefused.class).getBytes(UTF_8);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final byte[] key;
    private final List<Long> times;
    private final Patience patience;
    private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
    private final List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    private long bytes;

    EventLogReading(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            byte[] key,
            List<Long> times,
            Patience patience) {
        this.consumer = consumer;
        this.partition = partition;
        this.key = key;
        this.times = times;
        this.patience = patience;
    }

    /** All of the events, oldest first. */
    List<ConsumerRecord<byte[], byte[]>> run() {
        TreeMap<Long, Integer> counts = new TreeMap<>();
        times.forEach(time -> counts.merge(time, 1, Integer::sum));
        consumer.assign(List.of(partition));
        for (Map.Entry<Long, Integer> wanted : counts.entrySet()) {
            readAt(wanted.getKey(), wanted.getValue());
        }
        return found;
    }

    private void readAt(long time, int count) {
        int until = found.size() + count;
        if (!skipTo(time)) {
            seek(time);
        }
        while (found.size() < until) {
            patience.require();
            if (fetched.isEmpty()) {
                fetched.addAll(consumer.poll(Patience.LOOK_EVERY).records(partition));
            }
            take(time, until);
            if (found.size() < until && !fetched.isEmpty()) {
                throw new UnavailableException("the log has " + found.size() + " of " + times.size() + " events");
            }
        }
    }

    /** Skips fetched records that are older; false if all are. */
    private boolean skipTo(long time) {
        while (!fetched.isEmpty() && fetched.peek().timestamp() < time) {
            fetched.poll();
        }
        return !fetched.isEmpty();
    }

    /** Seeks to the first message of a time, once there is a committed one. */
    private void seek(long time) {
        while (true) {
            patience.require();
            OffsetAndTimestamp start = consumer.offsetsForTimes(Map.of(partition, time), patience.left())
                    .get(partition);
            if (start != null) {
                consumer.seek(partition, start.offset());
                return;
            }
            LockSupport.parkNanos(Patience.LOOK_EVERY.toNanos());
        }
    }

    /** A notice of a refused command is no event of the aggregate. */
    private static boolean isNotice(ConsumerRecord<byte[], byte[]> message) {
        Header type = message.headers().lastHeader(MessageHeaders.TYPE);
        return type != null && Arrays.equals(type.value(), REFUSED);
    }

    private void take(long time, int until) {
        while (found.size() < until && !fetched.isEmpty() && fetched.peek().timestamp() <= time) {
            ConsumerRecord<byte[], byte[]> message = fetched.poll();
            if (message.timestamp() == time && Arrays.equals(message.key(), key) && !isNotice(message)) {
                bytes += Math.max(0, message.serializedValueSize());
                if (bytes > MOST_BYTES) {
                    throw new HistoryTooLargeException("the events have more than " + MOST_BYTES + " bytes");
                }
                found.add(message);
            }
        }
    }
}
