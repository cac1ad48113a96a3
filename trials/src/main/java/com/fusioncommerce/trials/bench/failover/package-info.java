/** The benchmarks of failover and rolling restarts, as clients notice them: failed requests, gaps, latency. */
package com.fusioncommerce.trials.bench.failover;
