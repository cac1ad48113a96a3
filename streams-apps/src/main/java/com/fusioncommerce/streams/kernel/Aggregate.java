package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A type of state that a domain keeps in a store of its own.
 *
 * @param name the store's name
 * @param type the states' record type
 * @param published compacted topic that gets every new state too, for reference tables of other domains
 * @param remembered number of most recently used states that a task keeps decoded: for small states that are used often
 * @param knowsKeys whether a task keeps a key filter in memory: for commands that mostly look up missing keys
 * @param ownership the owner of a state; empty where states belong to the tenant
 */
public record Aggregate<S extends SpecificRecord>(
        String name,
        Class<S> type,
        Optional<Topic> published,
        int remembered,
        boolean knowsKeys,
        Optional<Ownership<S>> ownership) {
    /** An aggregate that only its own domain reads. */
    public static <S extends SpecificRecord> Aggregate<S> of(String name, Class<S> type) {
        return new Aggregate<>(name, type, Optional.empty(), 0, false, Optional.empty());
    }

    /** An aggregate that other domains may look up. */
    public static <S extends SpecificRecord> Aggregate<S> published(String name, Class<S> type, Topic topic) {
        return new Aggregate<>(name, type, Optional.of(topic), 0, false, Optional.empty());
    }

    /** A copy that keeps this many states decoded in each task. */
    public Aggregate<S> remembering(int states) {
        return new Aggregate<>(name, type, published, states, knowsKeys, ownership);
    }

    /** A copy with a key filter in memory: for commands that mostly look up missing keys. */
    public Aggregate<S> knowingKeys() {
        return new Aggregate<>(name, type, published, remembered, true, ownership);
    }

    /**
     * A copy whose states each belong to a customer.
     *
     * @param customer gives the customer's id of a state
     * @param missing gives the refusal of a command for an unknown id
     */
    public Aggregate<S> ownedBy(Function<S, String> customer, Function<String, Decision.Rejected> missing) {
        return new Aggregate<>(
                name, type, published, remembered, knowsKeys, Optional.of(new Ownership<>(customer, missing)));
    }

    /** Compares names, which are unique within an application. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Aggregate<?> aggregate && aggregate.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
