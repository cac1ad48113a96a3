package com.fusioncommerce.trials.bench.latency;

import java.time.Duration;
import java.util.List;

/**
 * How long to measure, and with what.
 *
 * @param warmUp before anything is measured
 * @param each one rate, or one number of clients
 * @param clients numbers of clients with which the peak is looked for
 * @param connections that requests at a fixed rate are spread over
 * @param lines of an order
 * @param keyed whether each order has an idempotency key
 */
record Effort(Duration warmUp, Duration each, List<Integer> clients, int connections, int lines, boolean keyed) {}
