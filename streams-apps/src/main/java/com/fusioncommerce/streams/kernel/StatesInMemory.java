package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** One tenant's states and reference tables in memory: for replays, and wherever deciders run without Kafka. */
public final class StatesInMemory implements States {
    private final Map<String, SpecificRecord> states = new HashMap<>();
    private final Map<String, SpecificRecord> rows = new HashMap<>();

    /** Puts a row into a reference table. */
    public StatesInMemory refer(ReferenceTable<?> table, String id, SpecificRecord row) {
        rows.put(table.store() + "/" + id, row);
        return this;
    }

    @Override
    public <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id) {
        return aggregate.type().cast(states.get(aggregate.name() + "/" + id));
    }

    @Override
    public <S extends SpecificRecord> void put(Aggregate<S> aggregate, String id, S state) {
        states.put(aggregate.name() + "/" + id, state);
    }

    /** All states of an aggregate, in no order. */
    public <S extends SpecificRecord> Stream<S> all(Aggregate<S> aggregate) {
        return states.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(aggregate.name() + "/"))
                .map(entry -> aggregate.type().cast(entry.getValue()));
    }

    /** The context of a decision about this aggregate, at this time, for this actor. */
    public Context context(String id, long now, Actor actor) {
        return new InMemory(id, now, actor);
    }

    private final class InMemory implements Context {
        private final String id;
        private final long now;
        private final Actor actor;

        InMemory(String id, long now, Actor actor) {
            this.id = id;
            this.now = now;
            this.actor = actor;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String stateId) {
            return get(aggregate, stateId);
        }

        @Override
        public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String rowId) {
            return table.type().cast(rows.get(table.store() + "/" + rowId));
        }
    }
}
