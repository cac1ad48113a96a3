package com.fusioncommerce.trials.bench.latency;

import com.fusioncommerce.trials.bench.load.Latency;

/**
 * Result for commands written to Kafka.
 *
 * @param perSecond committed events read a second, while commands were written
 * @param latency from a command's intended send time to the read of its event
 * @param lost commands whose event was never read
 */
record Hops(double perSecond, Latency latency, long lost) {}
