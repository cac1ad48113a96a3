/** Flink's metrics for Prometheus, on a configured address: Flink's own reporter listens on every interface. */
package com.fusioncommerce.flink.metrics;
