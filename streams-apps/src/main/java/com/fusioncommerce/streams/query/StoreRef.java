package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A store that can be queried.
 *
 * @param name its name in the topology
 * @param type what it holds
 * @param routedBy the topic whose keys decide which partition a key lies in
 */
public record StoreRef<S extends SpecificRecord>(String name, Class<S> type, Topic routedBy) {}
