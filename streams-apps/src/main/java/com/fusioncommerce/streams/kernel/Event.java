package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Actor;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as policies see it.
 *
 * @param key key of the event's aggregate
 * @param id unique over all messages
 * @param at when it happened, milliseconds since the epoch
 * @param actor who caused it
 * @param value the event's record
 */
public record Event<E extends SpecificRecord>(Key key, String id, long at, Actor actor, E value) {}
