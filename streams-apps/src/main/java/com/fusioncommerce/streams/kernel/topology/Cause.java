package com.fusioncommerce.streams.kernel.topology;

/**
 * Where a message comes from, handed on to all it causes.
 *
 * @param id the message's own id
 * @param correlationId what set everything in motion
 * @param traceParent W3C trace context, or null
 * @param actor who asked for it
 */
record Cause(String id, String correlationId, String traceParent, ActorHeader actor) {
    /** The cause of what nobody asked for: a deadline. */
    static Cause ofDeadline(String id) {
        return new Cause(id, id, null, new ActorHeader(null));
    }

    /** The cause of what this message's n-th event, or an event's n-th command, sets in motion. */
    Cause next(String suffix) {
        return new Cause(id + suffix, correlationId, traceParent, actor);
    }
}
