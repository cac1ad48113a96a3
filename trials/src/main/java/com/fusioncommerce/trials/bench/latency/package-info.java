/** How long things take at a given rate: one hop, a command over HTTP, an order through the fraud gate. */
package com.fusioncommerce.trials.bench.latency;
