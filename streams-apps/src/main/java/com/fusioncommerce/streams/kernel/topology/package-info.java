/**
 * The one place that knows how domains run on Kafka Streams: command topic, deduplication, decision, state, events and
 * outcome in one transaction; deadlines; dead letters. Commands are deduplicated by their id and events from elsewhere
 * by their source and id, each for as long as outcomes are kept. {@code GroupTopology} wires, {@code GroupProcessor} moves records,
 * {@code Cascade} decides.
 */
package com.fusioncommerce.streams.kernel.topology;
