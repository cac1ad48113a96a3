package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Actor;

/**
 * Where a message comes from, handed on to all it causes.
 *
 * @param id the message's own id
 * @param correlationId what set everything in motion
 * @param traceParent W3C trace context, or null
 * @param actor header that says who asked for it, or null where it was the platform; read when somebody asks for it
 */
record Cause(String id, String correlationId, String traceParent, String actor) {
    /** The cause of what nobody asked for: a deadline. */
    static Cause ofDeadline(String id) {
        return new Cause(id, id, null, null);
    }

    /** The cause of what this message's n-th event, or an event's n-th command, sets in motion. */
    Cause next(String suffix) {
        return new Cause(id + suffix, correlationId, traceParent, actor);
    }

    /**
     * Who asked for it.
     *
     * @throws MalformedRecordException if the header is no actor
     */
    Actor who() {
        try {
            return Actor.parse(actor);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException("header actor: " + e.getMessage());
        }
    }
}
