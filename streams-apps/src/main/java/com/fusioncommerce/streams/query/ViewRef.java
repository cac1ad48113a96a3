package com.fusioncommerce.streams.query;

import org.apache.avro.specific.SpecificRecord;

/**
 * Reference to a view and to the co-partitioned store of its aggregates.
 *
 * @param name its name in the topology
 * @param listed the store of its aggregates
 */
public record ViewRef<S extends SpecificRecord>(String name, StoreRef<S> listed) {}
