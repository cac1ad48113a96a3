package com.fusioncommerce.api.commands;

import com.fusioncommerce.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A command on its way to its decider.
 *
 * @param topic where its domain reads commands
 * @param key the aggregate's key
 * @param payload the command itself
 * @param id what it is deduplicated by
 * @param correlationId what set it in motion
 * @param traceParent W3C trace context
 */
public record Command(
        Topic topic, String key, SpecificRecord payload, String id, String correlationId, String traceParent) {}
