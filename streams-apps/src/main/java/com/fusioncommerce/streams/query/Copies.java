package com.fusioncommerce.streams.query;

/**
 * Which copies of a state may answer a read.
 *
 * @param standbys whether a standby copy may, if it does not lag too far behind
 * @param seen command whose changes a standby copy must have; null if none
 */
public record Copies(boolean standbys, ConsistencyToken seen) {
    /** The active copy only. */
    public static final Copies ACTIVE = new Copies(false, null);

    /** Any copy; a standby copy only if it has the changes of the token's command, where there is a token. */
    public static Copies any(ConsistencyToken seen) {
        return new Copies(true, seen);
    }
}
