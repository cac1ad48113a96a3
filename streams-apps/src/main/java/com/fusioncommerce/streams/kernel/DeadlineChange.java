package com.fusioncommerce.streams.kernel;

import org.apache.avro.specific.SpecificRecord;

/** Sets, keeps or removes the one deadline that an aggregate can have. */
public sealed interface DeadlineChange {
    /** Leaves it as it is. */
    record Keep() implements DeadlineChange {}

    /** Removes it, if there is one. */
    record Clear() implements DeadlineChange {}

    /**
     * Sets or replaces it.
     *
     * @param at when it passes, milliseconds since the epoch
     * @param command what the aggregate is then told
     */
    record Set(long at, SpecificRecord command) implements DeadlineChange {}
}
