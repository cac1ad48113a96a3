package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Actor;
import org.apache.avro.specific.SpecificRecord;

/** Everything that a decision may read besides its command. */
public interface Context {
    /** Id of the aggregate that the command is for, without the tenant. */
    String id();

    /** The time of the decision, milliseconds since the epoch; never runs backwards in a task. */
    long now();

    /** The actor of the command. */
    Actor actor();

    /** The state of an aggregate of this tenant, or null if nothing happened to it yet. */
    <S extends SpecificRecord> S state(Aggregate<S> aggregate, String id);

    /** A row of a reference table of this tenant, or null. */
    <T extends SpecificRecord> T reference(ReferenceTable<T> table, String id);
}
