package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Topic;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Typed view of a store of encoded records. A write is encoded at once and carried out with all other {@link Writes} of
 * its cause: until then a read finds the old value. Reads are thread-safe.
 */
final class EncodingStore<V extends SpecificRecord> implements KeyValueStore<String, V> {
    private final KeyValueStore<String, byte[]> store;
    private final Class<V> type;
    private final AvroCodec codec;
    private final Writes writes;

    EncodingStore(KeyValueStore<String, byte[]> store, Class<V> type, AvroCodec codec, Writes writes) {
        this.store = store;
        this.type = type;
        this.codec = codec;
        this.writes = writes;
    }

    /** The underlying store of bytes. */
    KeyValueStore<String, byte[]> encoded() {
        return store;
    }

    @Override
    public V get(String key) {
        return decode(store.get(key));
    }

    @Override
    public void put(String key, V value) {
        byte[] encoded = codec.encode(Topic.STORES, value);
        writes.add(() -> store.put(key, encoded));
    }

    @Override
    public V delete(String key) {
        V old = get(key);
        writes.add(() -> store.delete(key));
        return old;
    }

    @Override
    public V putIfAbsent(String key, V value) {
        V present = get(key);
        if (present == null) {
            put(key, value);
        }
        return present;
    }

    @Override
    public void putAll(List<KeyValue<String, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public KeyValueIterator<String, V> range(String from, String to) {
        return new Decoding(store.range(from, to));
    }

    @Override
    public KeyValueIterator<String, V> all() {
        return new Decoding(store.all());
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        store.init(context, root);
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    private V decode(byte[] encoded) {
        return encoded == null ? null : codec.decode(encoded, type);
    }

    private final class Decoding implements KeyValueIterator<String, V> {
        private final KeyValueIterator<String, byte[]> entries;

        Decoding(KeyValueIterator<String, byte[]> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<String, V> next() {
            KeyValue<String, byte[]> entry = entries.next();
            return KeyValue.pair(entry.key, decode(entry.value));
        }

        @Override
        public String peekNextKey() {
            return entries.peekNextKey();
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
