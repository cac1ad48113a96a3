package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a reference table up to date. A row that cannot be decoded keeps its last value and is logged: a global table
 * has no transaction for dead letters, and the row must not stop every instance.
 */
final class ReferenceKeeper<T extends SpecificRecord> implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceKeeper.class);

    private final ReferenceTable<T> table;
    private final AvroCodec codec;
    private KeyValueStore<String, T> store;

    ReferenceKeeper(ReferenceTable<T> table, AvroCodec codec) {
        this.table = table;
        this.codec = codec;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(table.store());
    }

    @Override
    public void process(Record<String, byte[]> row) {
        if (row.value() == null) {
            store.delete(row.key());
            return;
        }
        try {
            store.put(row.key(), codec.decode(row.value(), table.type()));
        } catch (SerializationException e) {
            LOG.error(
                    "row {} of {} cannot be read and keeps its last value",
                    row.key(),
                    table.topic().name(),
                    e);
        }
    }
}
