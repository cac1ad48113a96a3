package com.fusioncommerce.streams.query;

import java.util.List;

/**
 * The copies of a key's partition.
 *
 * @param partition the partition
 * @param local whether this instance has the active copy
 * @param hosts other instances with a copy, the active one first
 */
public record Location(int partition, boolean local, List<HostAddress> hosts) {
    /** Copies the list. */
    public Location {
        hosts = List.copyOf(hosts);
    }
}
