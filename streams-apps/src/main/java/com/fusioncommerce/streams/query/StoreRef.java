package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Ownership;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reference to a store that can be queried.
 *
 * @param name its name in the topology
 * @param type its values' record type
 * @param routedBy the topic with which the store is co-partitioned
 * @param customer gives the customer who owns a state; empty where states belong to the tenant
 */
public record StoreRef<S extends SpecificRecord>(
        String name, Class<S> type, Topic routedBy, Optional<Function<S, String>> customer) {
    /** A store of states that belong to the tenant. */
    public StoreRef(String name, Class<S> type, Topic routedBy) {
        this(name, type, routedBy, Optional.empty());
    }

    /** The store of an aggregate, co-partitioned with the commands of its domain. */
    public static <S extends SpecificRecord> StoreRef<S> of(Aggregate<S> aggregate) {
        return new StoreRef<>(
                aggregate.name(),
                aggregate.type(),
                Topics.commands(Messages.of(aggregate.type()).domain()),
                aggregate.ownership().map(Ownership::customer));
    }
}
