package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.View;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The open stores of one task; {@code byKey} are those that queries read by key, {@code writes} buffers the writes. */
record TaskStores(
        Map<String, StateStore> states,
        Map<String, KeyValueStore<String, SpecificRecord>> references,
        Map<String, KeyValueStore<String, byte[]>> views,
        Outcomes outcomes,
        Claims claims,
        PendingAnswers pending,
        Deadlines deadlines,
        PolicyStarts starts,
        Map<String, KeyValueStore<String, ?>> byKey,
        Writes writes)
        implements Store {
    private static final byte[] PRESENT = {1};

    static TaskStores open(
            ProcessorContext<Object, Object> context,
            Group group,
            AvroCodec codec,
            KernelConfig config,
            Writes writes) {
        Map<String, StateStore> states = new HashMap<>();
        Map<String, KeyValueStore<String, SpecificRecord>> references = new HashMap<>();
        Map<String, KeyValueStore<String, byte[]>> views = new HashMap<>();
        Map<String, KeyValueStore<String, ?>> byKey = new HashMap<>();
        for (Domain domain : group.domains()) {
            for (Aggregate<?> aggregate : domain.aggregates()) {
                EncodingStore<?> store =
                        new EncodingStore<>(context.getStateStore(aggregate.name()), aggregate.type(), codec, writes);
                states.put(aggregate.name(), StateStore.of(store, aggregate, writes));
                byKey.put(aggregate.name(), store);
            }
            for (ReferenceTable<?> table : domain.references()) {
                references.put(table.store(), context.getStateStore(table.store()));
            }
            for (View<?> view : domain.views()) {
                views.put(view.name(), context.getStateStore(view.name()));
            }
        }
        KeyValueStore<String, CommandOutcome> outcomes = new EncodingStore<>(
                context.getStateStore(Names.outcomes(group.name())), CommandOutcome.class, codec, writes);
        byKey.put(Names.outcomes(group.name()), outcomes);
        KeyValueStore<String, Claim> claims =
                new EncodingStore<>(context.getStateStore(Names.claims(group.name())), Claim.class, codec, writes);
        byKey.put(Names.claims(group.name()), claims);
        KeyValueStore<String, CommandOutcome> pending = new EncodingStore<>(
                context.getStateStore(Names.pending(group.name())), CommandOutcome.class, codec, writes);
        KeyValueStore<String, byte[]> deadlines = context.getStateStore(Names.deadlines(group.name()));
        return new TaskStores(
                states,
                references,
                views,
                new Outcomes(outcomes, config.outcomesKept()),
                new Claims(claims, config.keysKept(), config.outcomesKept()),
                new PendingAnswers(pending, writes),
                new Deadlines(deadlines, group, codec, writes),
                new PolicyStarts(deadlines, writes),
                byKey,
                writes);
    }

    @Override
    public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String key) {
        return aggregate.type().cast(states.get(aggregate.name()).get(key));
    }

    @Override
    public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String key) {
        return table.type().cast(references.get(table.store()).get(key));
    }

    @Override
    public boolean hears(Policy policy, long at, long now) {
        return starts.hears(policy, at, now);
    }

    /**
     * Puts a state with the other writes of its cause.
     *
     * @throws IllegalStateException if no domain of the group declares its aggregate
     */
    void put(Cascade.StateKey state, SpecificRecord value, byte[] encoded) {
        StateStore store = states.get(state.aggregate().name());
        if (store == null) {
            throw new IllegalStateException(
                    "no domain here declares the aggregate " + state.aggregate().name());
        }
        store.put(state.key(), value, encoded);
    }

    /** A task's periodic work: deletes expired outcomes and claims, and loads the keys of its stores into memory. */
    void maintain(long now, int batch) {
        outcomes.purge(now, batch);
        claims.purge(now, batch);
        states.values().forEach(store -> store.learn(batch));
        writes.apply();
    }

    void put(Cascade.ViewEntry entry) {
        KeyValueStore<String, byte[]> view = views.get(entry.view());
        writes.add(() -> view.put(entry.key(), PRESENT));
    }
}
