package com.fusioncommerce.trials.bench.latency;

import com.fusioncommerce.trials.bench.load.Latency;

/**
 * What came of commands that were written to Kafka.
 *
 * @param perSecond events that were read committed a second, while commands were written
 * @param latency from when each command should have been written to when its event was read
 * @param lost commands whose event was never read
 */
record Hops(double perSecond, Latency latency, long lost) {}
