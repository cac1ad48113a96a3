/** The benchmark of many concurrent clients: event streams and kept-alive connections. */
package com.fusioncommerce.trials.bench.connections;
