package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.View;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The open stores of one task; {@code byKey} are those whose values others read by key. */
record TaskStores(
        Map<String, StateStore> states,
        Map<String, KeyValueStore<String, SpecificRecord>> references,
        Map<String, KeyValueStore<String, byte[]>> views,
        Outcomes outcomes,
        Claims claims,
        PendingAnswers pending,
        Deadlines deadlines,
        Map<String, KeyValueStore<String, ?>> byKey)
        implements Store {
    private static final byte[] PRESENT = {1};

    static TaskStores open(
            ProcessorContext<Object, Object> context, Group group, AvroCodec codec, KernelConfig config) {
        Map<String, StateStore> states = new HashMap<>();
        Map<String, KeyValueStore<String, SpecificRecord>> references = new HashMap<>();
        Map<String, KeyValueStore<String, byte[]>> views = new HashMap<>();
        Map<String, KeyValueStore<String, ?>> byKey = new HashMap<>();
        for (Domain domain : group.domains()) {
            for (Aggregate<?> aggregate : domain.aggregates()) {
                KeyValueStore<String, SpecificRecord> store = context.getStateStore(aggregate.name());
                states.put(aggregate.name(), StateStore.of(store, aggregate));
                byKey.put(aggregate.name(), store);
            }
            for (ReferenceTable<?> table : domain.references()) {
                references.put(table.store(), context.getStateStore(table.store()));
            }
            for (View view : domain.views()) {
                views.put(view.name(), context.getStateStore(view.name()));
            }
        }
        KeyValueStore<String, CommandOutcome> outcomes = context.getStateStore(Names.outcomes(group.name()));
        byKey.put(Names.outcomes(group.name()), outcomes);
        KeyValueStore<String, Claim> claims = context.getStateStore(Names.claims(group.name()));
        byKey.put(Names.claims(group.name()), claims);
        KeyValueStore<String, CommandOutcome> pending = context.getStateStore(Names.pending(group.name()));
        KeyValueStore<String, byte[]> deadlines = context.getStateStore(Names.deadlines(group.name()));
        return new TaskStores(
                states,
                references,
                views,
                new Outcomes(outcomes, config.outcomesKept()),
                new Claims(claims, config.keysKept()),
                new PendingAnswers(pending),
                new Deadlines(deadlines, group, codec),
                byKey);
    }

    @Override
    public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String key) {
        return aggregate.type().cast(states.get(aggregate.name()).get(key));
    }

    @Override
    public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String key) {
        return table.type().cast(references.get(table.store()).get(key));
    }

    void put(Cascade.StateKey state, SpecificRecord value) {
        states.get(state.aggregate().name()).put(state.key(), value);
    }

    /** What a task does now and then: deletes old outcomes and claims, and gets to know the keys of its stores. */
    void maintain(long now, int batch) {
        outcomes.purge(now, batch);
        claims.purge(now, batch);
        states.values().forEach(store -> store.learn(batch));
    }

    void put(Cascade.ViewEntry entry) {
        views.get(entry.view()).put(entry.key(), PRESENT);
    }
}
