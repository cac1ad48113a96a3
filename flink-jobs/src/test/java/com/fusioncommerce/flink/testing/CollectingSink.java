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
 * A sink that keeps what it gets, in this process.
 *
 * @param <T> what it gets
 */
public final class CollectingSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, List<Object>> COLLECTED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(id);
    }

    /** What it got so far. */
    @SuppressWarnings("unchecked") // only writers of this sink's type add to it
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
            // What is written is there.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
