package com.fusioncommerce.streams.query;

import java.util.List;

/**
 * The instances that have a copy of a key's partition.
 *
 * @param partition the key's partition
 * @param local whether this instance has the active copy
 * @param hosts other instances that have a copy, the one with the active copy first
 */
public record Location(int partition, boolean local, List<HostAddress> hosts) {
    /** Copies the list. */
    public Location {
        hosts = List.copyOf(hosts);
    }
}
