package com.fusioncommerce.streams.query;

import org.apache.avro.specific.SpecificRecord;

/**
 * Reference to a view that can be queried, and to the store of the listed aggregates. Both are co-partitioned.
 *
 * @param name its name in the topology
 * @param listed the store of the listed aggregates
 */
public record ViewRef<S extends SpecificRecord>(String name, StoreRef<S> listed) {}
