package com.fusioncommerce.streams.query;

/**
 * Which copies of a state may answer a read.
 *
 * @param standbys whether one that follows the active copy may, if it is not too far behind
 * @param seen what such a copy must have at least; null if nothing
 */
public record Copies(boolean standbys, ConsistencyToken seen) {
    /** The active copy only. */
    public static final Copies ACTIVE = new Copies(false, null);

    /** Any copy, and one that follows only if it has what a command did, where a token says which. */
    public static Copies any(ConsistencyToken seen) {
        return new Copies(true, seen);
    }
}
