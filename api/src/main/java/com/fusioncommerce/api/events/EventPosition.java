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
 * Position of a reader of events: the next offset of every partition. As text it is the id of a streamed event, and
 * means the same on every instance, however partitions were interleaved.
 */
final class EventPosition {
    /** The topics whose events are streamed. */
    static final List<Topic> TOPICS = Topics.published();

    /** The topics of version 1 ids, which name no topics; clients may still hold such ids. */
    private static final List<Topic> FIRST_TOPICS = List.of(
            Topics.events("orders"), Topics.events("inventory"), Topics.events("catalog"), Topics.events("fraud"));

    private static final List<TopicPartition> PARTITIONS = partitions();
    private static final Map<TopicPartition, Integer> INDEXES = indexes();
    private static final Map<Integer, Topic> BY_HASH =
            TOPICS.stream().collect(Collectors.toUnmodifiableMap(EventPosition::hash, topic -> topic));
    private static final byte FIRST_VERSION = 1;
    private static final byte VERSION = 2;
    private static final int MOST_BYTES = 1 + Integer.BYTES * TOPICS.size() + 9 * PARTITIONS.size();
    private static final int GROUP = 7;

    private final long[] next;

    private EventPosition(long[] next) {
        this.next = next;
    }

    /** The beginning of the log. */
    static EventPosition start() {
        return new EventPosition(new long[PARTITIONS.size()]);
    }

    /** All partitions, in the order of the position's offsets. */
    static List<TopicPartition> all() {
        return PARTITIONS;
    }

    /** An independent copy. */
    EventPosition copy() {
        return new EventPosition(next.clone());
    }

    long of(TopicPartition partition) {
        return next[INDEXES.get(partition)];
    }

    void set(TopicPartition partition, long offset) {
        next[INDEXES.get(partition)] = offset;
    }

    /** Advances past an event; false if the position is already past it. */
    boolean advance(TopicPartition partition, long offset) {
        int index = INDEXES.get(partition);
        if (offset < next[index]) {
            return false;
        }
        next[index] = offset + 1;
        return true;
    }

    /** Whether this position is at or past {@code other} in every partition. */
    boolean reaches(EventPosition other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether both positions are equal. */
    boolean isAt(EventPosition other) {
        return Arrays.equals(next, other.next);
    }

    /** The position as text: each topic with a non-zero offset, and its offsets. */
    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).put(VERSION);
        for (Topic topic : TOPICS) {
            if (hasAdvanced(topic)) {
                bytes.putInt(hash(topic));
                for (int partition = 0; partition < topic.partitions(); partition++) {
                    putNumber(bytes, next[index(topic, partition)]);
                }
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private boolean hasAdvanced(Topic topic) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            if (next[index(topic, partition)] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Parses a position; empty if the text is invalid. */
    static Optional<EventPosition> parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.limit() > MOST_BYTES || !bytes.hasRemaining()) {
                return Optional.empty();
            }
            return switch (bytes.get()) {
                case FIRST_VERSION -> first(bytes);
                case VERSION ->
                    named(bytes).filter(position -> position.encode().equals(text));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<EventPosition> first(ByteBuffer bytes) {
        EventPosition position = start();
        FIRST_TOPICS.forEach(topic -> position.read(topic, bytes));
        return bytes.hasRemaining() ? Optional.empty() : Optional.of(position);
    }

    private static Optional<EventPosition> named(ByteBuffer bytes) {
        EventPosition position = start();
        while (bytes.hasRemaining()) {
            Topic topic = BY_HASH.get(bytes.getInt());
            if (topic == null) {
                return Optional.empty();
            }
            position.read(topic, bytes);
        }
        return Optional.of(position);
    }

    private void read(Topic topic, ByteBuffer bytes) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            next[index(topic, partition)] = number(bytes);
        }
    }

    private static int index(Topic topic, int partition) {
        return INDEXES.get(new TopicPartition(topic.name(), partition));
    }

    /** Hash that names a topic in a position; a collision of two topics fails the API's start. */
    private static int hash(Topic topic) {
        return topic.name().hashCode();
    }

    private static void putNumber(ByteBuffer bytes, long number) {
        long left = number;
        while (left > 0x7f) {
            bytes.put((byte) ((left & 0x7f) | 0x80));
            left >>>= GROUP;
        }
        bytes.put((byte) left);
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
