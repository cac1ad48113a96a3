package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Actor;
import org.apache.avro.specific.SpecificRecord;

/** All that a decision may look at besides its command. */
public interface Context {
    /** Id of the aggregate that the command is for, without the tenant. */
    String id();

    /** The time of the decision, milliseconds since the epoch; never runs backwards in a task. */
    long now();

    /** Who asked for it. */
    Actor actor();

    /** The state of an aggregate of this tenant, or null if nothing happened to it yet. */
    <S extends SpecificRecord> S state(Aggregate<S> aggregate, String id);

    /** A row of a reference table of this tenant, or null. */
    <T extends SpecificRecord> T reference(ReferenceTable<T> table, String id);
}
