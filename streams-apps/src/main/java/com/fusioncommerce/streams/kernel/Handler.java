package com.fusioncommerce.streams.kernel;

import org.apache.avro.specific.SpecificRecord;

/** Decides one type of command against the states as they stand. Pure: time and ids are handed in. */
@FunctionalInterface
public interface Handler<C extends SpecificRecord> {
    /** The decision. */
    Decision decide(C command, Context context);
}
