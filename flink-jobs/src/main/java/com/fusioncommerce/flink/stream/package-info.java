/** What every job needs to read messages from topics and to write records to them: decoding, dead letters, Kafka. */
package com.fusioncommerce.flink.stream;
