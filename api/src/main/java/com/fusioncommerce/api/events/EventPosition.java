package com.fusioncommerce.api.events;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a reader of events has come: the next offset of every partition. As text it is the id of an event in a stream,
 * and means the same to every instance, however the partitions were interleaved on the way.
 */
final class EventPosition {
    /** The topics whose events are streamed; their order is part of the ids. */
    static final List<Topic> TOPICS =
            List.of(Topics.ORDERS_EVENTS, Topics.INVENTORY_EVENTS, Topics.CATALOG_EVENTS, Topics.FRAUD_EVENTS);

    private static final List<TopicPartition> PARTITIONS = partitions();
    private static final Map<TopicPartition, Integer> INDEXES = indexes();
    private static final byte VERSION = 1;
    private static final int MOST_BYTES = 1 + 9 * PARTITIONS.size();
    private static final int GROUP = 7;

    private final long[] next;

    private EventPosition(long[] next) {
        this.next = next;
    }

    /** The beginning of the log. */
    static EventPosition start() {
        return new EventPosition(new long[PARTITIONS.size()]);
    }

    /** Every partition, in the order of positions. */
    static List<TopicPartition> all() {
        return PARTITIONS;
    }

    /** A position of its own. */
    EventPosition copy() {
        return new EventPosition(next.clone());
    }

    long of(TopicPartition partition) {
        return next[INDEXES.get(partition)];
    }

    void set(TopicPartition partition, long offset) {
        next[INDEXES.get(partition)] = offset;
    }

    /** Moves past an event; false if it lies behind already. */
    boolean advance(TopicPartition partition, long offset) {
        int index = INDEXES.get(partition);
        if (offset < next[index]) {
            return false;
        }
        next[index] = offset + 1;
        return true;
    }

    /** Whether nothing of {@code other} is still ahead. */
    boolean reaches(EventPosition other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is the same place. */
    boolean isAt(EventPosition other) {
        return Arrays.equals(next, other.next);
    }

    /** The position as text. */
    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).put(VERSION);
        for (long offset : next) {
            long left = offset;
            while (left > 0x7f) {
                bytes.put((byte) ((left & 0x7f) | 0x80));
                left >>>= GROUP;
            }
            bytes.put((byte) left);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** The position of a text; empty if it is none of ours. */
    static Optional<EventPosition> parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.limit() > MOST_BYTES || !bytes.hasRemaining() || bytes.get() != VERSION) {
                return Optional.empty();
            }
            long[] next = new long[PARTITIONS.size()];
            for (int i = 0; i < next.length; i++) {
                next[i] = number(bytes);
            }
            return bytes.hasRemaining() ? Optional.empty() : Optional.of(new EventPosition(next));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += GROUP) {
            byte group = bytes.get();
            number |= (long) (group & 0x7f) << shift;
            if (group >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    private static Map<TopicPartition, Integer> indexes() {
        return IntStream.range(0, PARTITIONS.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(PARTITIONS::get, index -> index));
    }

    private static List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : TOPICS) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                all.add(new TopicPartition(topic.name(), partition));
            }
        }
        return List.copyOf(all);
    }
}
