package com.fusioncommerce.streams.kernel;

import org.apache.avro.specific.SpecificRecord;

/** The states of one tenant's aggregates, for folds to read and replace. */
public interface States {
    /** The state of an aggregate, or null if nothing happened to it yet. */
    <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id);

    /** Replaces the state of an aggregate. */
    <S extends SpecificRecord> void put(Aggregate<S> aggregate, String id, S state);
}
