/**
 * Load over HTTP from one thread: clients in a closed loop, or requests at a fixed rate, whose latency counts from when
 * each should have been sent.
 */
package com.fusioncommerce.trials.bench.load;
