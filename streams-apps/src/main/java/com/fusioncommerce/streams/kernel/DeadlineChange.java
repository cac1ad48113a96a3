package com.fusioncommerce.streams.kernel;

import org.apache.avro.specific.SpecificRecord;

/** Sets, keeps or removes the one deadline that an aggregate can have. */
public sealed interface DeadlineChange {
    /** Keeps the deadline unchanged. */
    record Keep() implements DeadlineChange {}

    /** Removes the deadline, if there is one. */
    record Clear() implements DeadlineChange {}

    /**
     * Sets or replaces the deadline.
     *
     * @param at when it passes, milliseconds since the epoch
     * @param command the command that the aggregate then gets
     */
    record Set(long at, SpecificRecord command) implements DeadlineChange {}
}
