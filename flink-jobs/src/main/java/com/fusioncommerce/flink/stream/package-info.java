/** Shared sources and sinks of jobs: decoding, dead letters, Kafka. */
package com.fusioncommerce.flink.stream;
