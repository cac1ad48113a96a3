package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of state that a domain keeps, one store each.
 *
 * @param name the store's name
 * @param type what it holds
 * @param published compacted topic to which every new state goes as well, for global tables elsewhere
 * @param remembered states that a task keeps decoded, the most recently used: for small states that are used often
 * @param knowsKeys whether a task knows in memory which there are: where commands mostly ask for what is not there yet
 * @param ownership to which customer a state belongs; empty where states belong to the tenant
 */
public record Aggregate<S extends SpecificRecord>(
        String name,
        Class<S> type,
        Optional<Topic> published,
        int remembered,
        boolean knowsKeys,
        Optional<Ownership<S>> ownership) {
    /** State that stays with its domain. */
    public static <S extends SpecificRecord> Aggregate<S> of(String name, Class<S> type) {
        return new Aggregate<>(name, type, Optional.empty(), 0, false, Optional.empty());
    }

    /** State that others may look up. */
    public static <S extends SpecificRecord> Aggregate<S> published(String name, Class<S> type, Topic topic) {
        return new Aggregate<>(name, type, Optional.of(topic), 0, false, Optional.empty());
    }

    /** The same, with this many states kept decoded a task. */
    public Aggregate<S> remembering(int states) {
        return new Aggregate<>(name, type, published, states, knowsKeys, ownership);
    }

    /** The same, with its keys known in memory: where most commands ask for one that is not there yet. */
    public Aggregate<S> knowingKeys() {
        return new Aggregate<>(name, type, published, remembered, true, ownership);
    }

    /**
     * The same, where each state belongs to a customer.
     *
     * @param customer from a state to the customer's id
     * @param missing the refusal of a command for an id that there is not
     */
    public Aggregate<S> ownedBy(Function<S, String> customer, Function<String, Decision.Rejected> missing) {
        return new Aggregate<>(
                name, type, published, remembered, knowsKeys, Optional.of(new Ownership<>(customer, missing)));
    }

    /** Names are unique within an application. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Aggregate<?> aggregate && aggregate.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
