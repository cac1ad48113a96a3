package com.fusioncommerce.flink.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that keeps its elements in this process.
 *
 * @param <T> the elements
 */
public final class CollectingSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, List<Object>> COLLECTED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(id);
    }

    /** The elements so far. */
    @SuppressWarnings("unchecked") // Only writers of this sink's type add to the list.
    public List<T> collected() {
        return (List<T>) List.copyOf(list(id));
    }

    private static List<Object> list(String id) {
        return COLLECTED.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>());
    }

    private record Writer<T>(String id) implements SinkWriter<T> {
        @Override
        public void write(T element, Context context) {
            list(id).add(element);
        }

        @Override
        public void flush(boolean endOfInput) {
            // Elements are kept at once.
        }

        @Override
        public void close() {
            // There is no resource to close.
        }
    }
}
