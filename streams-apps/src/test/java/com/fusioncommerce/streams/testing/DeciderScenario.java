package com.fusioncommerce.streams.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decider;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.States;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Given events and references, when a command, then events or a refusal. */
public final class DeciderScenario {
    /** The time of every decision. */
    public static final long NOW = 1_700_000_000_000L;

    private final Decider decider;
    private final Memory memory = new Memory();
    private final Map<String, SpecificRecord> references = new HashMap<>();

    private DeciderScenario(Decider decider) {
        this.decider = decider;
    }

    public static DeciderScenario given(Decider decider) {
        return new DeciderScenario(decider);
    }

    public DeciderScenario reference(ReferenceTable<?> table, String id, SpecificRecord row) {
        references.put(table.store() + "/" + id, row);
        return this;
    }

    public DeciderScenario event(SpecificRecord event) {
        decider.evolve(event, memory);
        return this;
    }

    /** Decides, applies what was decided, and hands over for checking. */
    public Then when(String id, SpecificRecord command) {
        Decision decision = decider.decide(command, new At(id));
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(event -> decider.evolve(event, memory));
        }
        return new Then(id, decision);
    }

    public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String id) {
        return memory.get(aggregate, id);
    }

    /** Checks on a decision. */
    public final class Then {
        private final String id;
        private final Decision decision;

        Then(String id, Decision decision) {
            this.id = id;
            this.decision = decision;
        }

        public Decision decision() {
            return decision;
        }

        public Decision settled() {
            return decider.settled(new At(id)).orElseThrow();
        }

        public boolean isSettled() {
            return decider.settled(new At(id)).isPresent();
        }

        public List<SpecificRecord> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted) decision).events();
        }

        public DeciderScenario then(SpecificRecord... events) {
            assertThat(events()).containsExactly(events);
            return DeciderScenario.this;
        }

        public DeciderScenario thenNothingNew() {
            assertThat(events()).isEmpty();
            return DeciderScenario.this;
        }

        public DeciderScenario thenRejected(String reason) {
            assertThat(decision).isInstanceOf(Decision.Rejected.class);
            assertThat(((Decision.Rejected) decision).reason()).isEqualTo(reason);
            return DeciderScenario.this;
        }
    }

    private final class At implements Context {
        private final String id;

        At(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public long now() {
            return NOW;
        }

        @Override
        public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String stateId) {
            return memory.get(aggregate, stateId);
        }

        @Override
        public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String rowId) {
            return table.type().cast(references.get(table.store() + "/" + rowId));
        }
    }

    private static final class Memory implements States {
        private final Map<String, SpecificRecord> states = new HashMap<>();

        @Override
        public <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id) {
            return aggregate.type().cast(states.get(aggregate.name() + "/" + id));
        }

        @Override
        public <S extends SpecificRecord> void put(Aggregate<S> aggregate, String id, S state) {
            states.put(aggregate.name() + "/" + id, state);
        }
    }
}
