package com.fusioncommerce.streams.query;

import java.util.List;

/**
 * Where a key lives.
 *
 * @param partition its partition
 * @param local whether this instance has the active copy
 * @param hosts other instances that have a copy, the active first
 */
public record Location(int partition, boolean local, List<HostAddress> hosts) {
    /** Copies the list. */
    public Location {
        hosts = List.copyOf(hosts);
    }
}
