package com.fusioncommerce.streams.query;

import org.apache.avro.specific.SpecificRecord;

/**
 * An event as the log has it.
 *
 * @param value the event
 * @param id its CloudEvents id
 * @param type its CloudEvents type
 * @param time when it was recorded, milliseconds since the epoch
 * @param correlationId what set it in motion
 * @param causationId the message that caused it
 */
public record RecordedEvent(
        SpecificRecord value, String id, String type, long time, String correlationId, String causationId) {}
