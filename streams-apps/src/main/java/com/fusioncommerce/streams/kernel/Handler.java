package com.fusioncommerce.streams.kernel;

import org.apache.avro.specific.SpecificRecord;

/** Decides one type of command against the current states. Pure: time and ids are parameters. */
@FunctionalInterface
public interface Handler<C extends SpecificRecord> {
    /** The decision. */
    Decision decide(C command, Context context);
}
