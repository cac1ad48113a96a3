package com.fusioncommerce.streams.query;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The rows of several partitions, each in the order of keys, as one sequence in that order. Holds the next row of each.
 */
final class MergedRows implements AutoCloseable {
    private final List<KeyValueIterator<String, byte[]>> parts;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(head -> head.row().key));

    private record Head(KeyValue<String, byte[]> row, KeyValueIterator<String, byte[]> rest) {}

    private MergedRows(List<KeyValueIterator<String, byte[]>> parts) {
        this.parts = parts;
    }

    /** Takes over these parts: closing the sequence closes them. */
    static MergedRows of(List<KeyValueIterator<String, byte[]>> parts) {
        MergedRows merged = new MergedRows(parts);
        try {
            parts.forEach(merged::advance);
        } catch (RuntimeException e) {
            // A store may be given away while it is read: the others' iterators hold native memory.
            merged.close();
            throw e;
        }
        return merged;
    }

    boolean hasNext() {
        return !heads.isEmpty();
    }

    KeyValue<String, byte[]> next() {
        Head first = heads.remove();
        advance(first.rest());
        return first.row();
    }

    private void advance(KeyValueIterator<String, byte[]> part) {
        if (part.hasNext()) {
            heads.add(new Head(part.next(), part));
        }
    }

    @Override
    public void close() {
        parts.forEach(KeyValueIterator::close);
    }
}
