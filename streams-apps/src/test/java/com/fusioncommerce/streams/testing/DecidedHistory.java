package com.fusioncommerce.streams.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Decider;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.StatesInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** Commands to one domain, decided one after the other, with checks after each that hold for every domain. */
public final class DecidedHistory {
    private final Domain domain;
    private final Decider decider;
    private final StatesInMemory states = new StatesInMemory();
    private final List<SpecificRecord> events = new ArrayList<>();
    private long now = DeciderScenario.NOW;

    public DecidedHistory(Domain domain) {
        this.domain = domain;
        this.decider = domain.decider();
    }

    public DecidedHistory reference(ReferenceTable<?> table, String id, SpecificRecord row) {
        states.refer(table, id, row);
        return this;
    }

    /** The events of a command; none where it is refused. Checks that deciding changes no state and is repeatable. */
    public List<SpecificRecord> decide(String id, SpecificRecord command) {
        now++;
        Set<String> before = stand(states);
        Decision decision = decider.decide(command, states.context(id, now, Actor.PLATFORM));
        assertThat(stand(states)).as("states while %s is decided", command).isEqualTo(before);
        assertThat(decider.decide(command, states.context(id, now, Actor.PLATFORM)))
                .isEqualTo(decision);
        List<SpecificRecord> happened = decision instanceof Decision.Accepted accepted ? accepted.events() : List.of();
        happened.forEach(event -> decider.evolve(event, states));
        events.addAll(happened);
        return happened;
    }

    /** All events so far. */
    public List<SpecificRecord> events() {
        return events;
    }

    /** The current states. */
    public StatesInMemory states() {
        return states;
    }

    /** Checks that the same events, folded anew, give the same states. */
    public void isReplayed() {
        StatesInMemory replayed = new StatesInMemory();
        events.forEach(event -> decider.evolve(event, replayed));
        assertThat(stand(replayed)).isEqualTo(stand(states));
    }

    private Set<String> stand(StatesInMemory of) {
        Set<String> all = new TreeSet<>();
        for (Aggregate<?> aggregate : domain.aggregates()) {
            of.all(aggregate).forEach(state -> all.add(aggregate.name() + " " + state));
        }
        return all;
    }
}
