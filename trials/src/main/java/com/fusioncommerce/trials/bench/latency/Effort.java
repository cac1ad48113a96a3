package com.fusioncommerce.trials.bench.latency;

import java.time.Duration;
import java.util.List;

/**
 * Parameters of the measurement.
 *
 * @param warmUp time before the measurement
 * @param each time per rate or number of clients
 * @param clients numbers of clients to try for the peak
 * @param connections number of connections at fixed rates
 * @param lines per order
 * @param keyed whether each order has an idempotency key
 */
record Effort(Duration warmUp, Duration each, List<Integer> clients, int connections, int lines, boolean keyed) {}
