package com.fusioncommerce.workloads.importer;

import java.time.Instant;
import java.util.Map;

/**
 * An invoice that takes something back.
 *
 * @param units by SKU, how many came back
 */
record Cancellation(String invoice, String customer, Instant at, Map<String, Long> units) {
    /** Copies the units. */
    Cancellation {
        units = Map.copyOf(units);
    }
}
