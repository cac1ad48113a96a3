/** The machine of a benchmark: its hardware, its other load, and the resource usage of each process. */
package com.fusioncommerce.trials.bench.machine;
