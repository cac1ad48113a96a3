/**
 * HTTP load generator with one thread: closed loops, or open loops at a fixed rate whose latency counts from the
 * intended send time.
 */
package com.fusioncommerce.trials.bench.load;
