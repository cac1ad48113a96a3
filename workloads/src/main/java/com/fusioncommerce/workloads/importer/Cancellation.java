package com.fusioncommerce.workloads.importer;

import java.time.Instant;
import java.util.Map;

/**
 * A cancelling invoice, with returned items.
 *
 * @param units units returned, by SKU
 */
record Cancellation(String invoice, String customer, Instant at, Map<String, Long> units) {
    /** Copies the units. */
    Cancellation {
        units = Map.copyOf(units);
    }
}
