package com.fusioncommerce.streams.kernel;

import org.apache.avro.specific.SpecificRecord;

/** Folds one type of event into the states. Everything it needs is in the event. */
@FunctionalInterface
public interface Fold<E extends SpecificRecord> {
    /** Changes the states. */
    void apply(E event, States states);
}
