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
 * A store that can be queried.
 *
 * @param name its name in the topology
 * @param type what it holds
 * @param routedBy the topic whose keys decide which partition a key lies in
 * @param customer from a state to the customer to whom it belongs; empty where states belong to the tenant
 */
public record StoreRef<S extends SpecificRecord>(
        String name, Class<S> type, Topic routedBy, Optional<Function<S, String>> customer) {
    /** A store of states that belong to the tenant. */
    public StoreRef(String name, Class<S> type, Topic routedBy) {
        this(name, type, routedBy, Optional.empty());
    }

    /** The store of an aggregate: its states lie where the commands to their domain are decided. */
    public static <S extends SpecificRecord> StoreRef<S> of(Aggregate<S> aggregate) {
        return new StoreRef<>(
                aggregate.name(),
                aggregate.type(),
                Topics.commands(Messages.of(aggregate.type()).domain()),
                aggregate.ownership().map(Ownership::customer));
    }
}
