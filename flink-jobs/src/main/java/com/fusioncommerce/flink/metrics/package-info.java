/** Flink's metrics for Prometheus, on an address that can be chosen: Flink's own reporter listens everywhere. */
package com.fusioncommerce.flink.metrics;
