package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.kernel.Aggregate;
import org.apache.avro.specific.SpecificRecord;

/**
 * A store that can be queried.
 *
 * @param name its name in the topology
 * @param type what it holds
 * @param routedBy the topic whose keys decide which partition a key lies in
 */
public record StoreRef<S extends SpecificRecord>(String name, Class<S> type, Topic routedBy) {
    /** The store of an aggregate: its states lie where the commands to their domain are decided. */
    public static <S extends SpecificRecord> StoreRef<S> of(Aggregate<S> aggregate) {
        return new StoreRef<>(
                aggregate.name(),
                aggregate.type(),
                Topics.commands(Messages.of(aggregate.type()).domain()));
    }
}
