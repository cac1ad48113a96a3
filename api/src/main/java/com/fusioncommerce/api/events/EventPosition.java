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
    /** The topics whose events are streamed. */
    static final List<Topic> TOPICS = Topics.published();

    /** The topics of ids of the first version, which name none: heads may still hold such ids. */
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

    /** The position as text: of each topic in which anything lies behind, which it is and how far. */
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

    /** The position of a text; empty if it is none of ours. */
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

    /** Names a topic in a position; two topics with one hash would end the start of the API. */
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
