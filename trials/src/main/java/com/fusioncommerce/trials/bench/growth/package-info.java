/** How the platform changes as its state grows: latencies, room on disk, memory, and the time that a start takes. */
package com.fusioncommerce.trials.bench.growth;
