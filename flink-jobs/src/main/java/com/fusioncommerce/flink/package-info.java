/**
 * Flink jobs, and the one process that runs them all on one machine. A job takes its sources and sinks as parameters; the
 * same code runs in tests, in {@link com.fusioncommerce.flink.Main} and on a cluster.
 */
package com.fusioncommerce.flink;
