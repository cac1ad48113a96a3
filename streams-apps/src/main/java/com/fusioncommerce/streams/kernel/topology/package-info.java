/**
 * Runs domains on Kafka Streams, and alone knows how: command topic, deduplication, decision, state, events and outcome
 * in one transaction; deadlines; dead letters. Commands are deduplicated by their id and events of other groups and
 * jobs by their source and id, each for as long as outcomes are kept. {@code GroupTopology} wires, {@code
 * GroupProcessor} processes records, {@code Cascade} decides.
 */
package com.fusioncommerce.streams.kernel.topology;
