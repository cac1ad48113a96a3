package com.fusioncommerce.streams.query;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Merges the rows of several partitions, each sorted by key, into one sorted sequence. Holds the next row of each
 * partition.
 */
final class MergedRows implements AutoCloseable {
    private final List<KeyValueIterator<String, byte[]>> parts;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(head -> head.row().key));

    private record Head(KeyValue<String, byte[]> row, KeyValueIterator<String, byte[]> rest) {}

    private MergedRows(List<KeyValueIterator<String, byte[]>> parts) {
        this.parts = parts;
    }

    /** Merges these iterators, which the sequence closes. */
    static MergedRows of(List<KeyValueIterator<String, byte[]>> parts) {
        MergedRows merged = new MergedRows(parts);
        try {
            parts.forEach(merged::advance);
        } catch (RuntimeException e) {
            // A store may be closed while it is read: the iterators of the others hold native memory.
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
