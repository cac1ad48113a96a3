package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.States;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * States and references that never change while something is measured: what is put is kept beside them, so that the
 * same command can be decided again and again.
 */
final class Memory implements Context, States {
    private final Map<String, SpecificRecord> states = new HashMap<>();
    private final Map<String, SpecificRecord> references = new HashMap<>();
    private boolean isFrozen;
    private String id = "";
    private SpecificRecord put;

    /** From now on what is put is only kept as {@link #lastPut}. */
    void freeze() {
        isFrozen = true;
    }

    /** The aggregate that the next command is for. */
    Memory at(String aggregateId) {
        id = aggregateId;
        return this;
    }

    void refer(String rowId, SpecificRecord row) {
        references.put(rowId, row);
    }

    SpecificRecord lastPut() {
        return put;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long now() {
        return Samples.NOW;
    }

    @Override
    public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String stateId) {
        return get(aggregate, stateId);
    }

    @Override
    public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String rowId) {
        return table.type().cast(references.get(rowId));
    }

    @Override
    public <S extends SpecificRecord> S get(Aggregate<S> aggregate, String stateId) {
        return aggregate.type().cast(states.get(aggregate.name() + stateId));
    }

    @Override
    public <S extends SpecificRecord> void put(Aggregate<S> aggregate, String stateId, S state) {
        if (isFrozen) {
            put = state;
        } else {
            states.put(aggregate.name() + stateId, state);
        }
    }
}
