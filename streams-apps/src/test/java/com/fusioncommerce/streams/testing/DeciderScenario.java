package com.fusioncommerce.streams.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decider;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.StatesInMemory;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Given events and references, when a command, then events or a refusal. */
public final class DeciderScenario {
    /** The time of every decision. */
    public static final long NOW = 1_700_000_000_000L;

    private final Decider decider;
    private final StatesInMemory memory = new StatesInMemory();

    private Actor actor = Actor.PLATFORM;

    private DeciderScenario(Decider decider) {
        this.decider = decider;
    }

    public static DeciderScenario given(Domain domain) {
        return new DeciderScenario(domain.decider());
    }

    public DeciderScenario reference(ReferenceTable<?> table, String id, SpecificRecord row) {
        memory.refer(table, id, row);
        return this;
    }

    public DeciderScenario event(SpecificRecord event) {
        decider.evolve(event, memory);
        return this;
    }

    /** Sets the actor of the following commands. */
    public DeciderScenario as(Actor asking) {
        actor = asking;
        return this;
    }

    /** Decides a command, folds its events, and returns the checks. */
    public Then when(String id, SpecificRecord command) {
        Decision decision = decider.decide(command, context(id));
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(event -> decider.evolve(event, memory));
        }
        return new Then(id, decision);
    }

    public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String id) {
        return memory.get(aggregate, id);
    }

    private Context context(String id) {
        return memory.context(id, NOW, actor);
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
            return decider.settled(context(id)).orElseThrow();
        }

        public boolean isSettled() {
            return decider.settled(context(id)).isPresent();
        }

        public List<SpecificRecord> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted) decision).events();
        }

        public DeciderScenario then(SpecificRecord... events) {
            assertThat(events()).containsExactly(events);
            return DeciderScenario.this;
        }

        public DeciderScenario accepted() {
            events();
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
}
