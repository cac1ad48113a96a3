package com.fusioncommerce.streams.query;

import org.apache.avro.specific.SpecificRecord;

/**
 * A view that can be queried, and the store of what it lists. Both lie in the same partition.
 *
 * @param name its name in the topology
 * @param listed the store of what it lists
 */
public record ViewRef<S extends SpecificRecord>(String name, StoreRef<S> listed) {}
