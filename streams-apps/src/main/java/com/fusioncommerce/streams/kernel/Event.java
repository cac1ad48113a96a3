package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Actor;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as policies see it.
 *
 * @param key of the aggregate to which it happened
 * @param id unique over all messages
 * @param at when it happened, milliseconds since the epoch
 * @param actor who set it in motion
 * @param value what happened
 */
public record Event<E extends SpecificRecord>(Key key, String id, long at, Actor actor, E value) {}
