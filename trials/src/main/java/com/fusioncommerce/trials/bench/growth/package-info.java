/** The benchmark of growing state: latencies, disk, memory, and start time. */
package com.fusioncommerce.trials.bench.growth;
