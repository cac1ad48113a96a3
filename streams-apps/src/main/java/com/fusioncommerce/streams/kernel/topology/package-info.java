/**
 * The one place that knows how domains run on Kafka Streams: command topic, deduplication, decision, state, events and
 * outcome in one transaction; deadlines; dead letters. {@code GroupTopology} wires, {@code GroupProcessor} moves records,
 * {@code Cascade} decides.
 */
package com.fusioncommerce.streams.kernel.topology;
