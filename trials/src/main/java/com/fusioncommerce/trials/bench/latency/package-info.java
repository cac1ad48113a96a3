/** The benchmark of latencies at given rates: one hop, a command over HTTP, an order through the fraud gate. */
package com.fusioncommerce.trials.bench.latency;
