/** Many clients at once: streams of events, and connections that are kept. */
package com.fusioncommerce.trials.bench.connections;
