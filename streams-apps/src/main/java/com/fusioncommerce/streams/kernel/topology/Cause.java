package com.fusioncommerce.streams.kernel.topology;

/**
 * Origin of a message, passed on to all messages that it causes.
 *
 * @param id the message's own id
 * @param correlationId id of the original request
 * @param traceParent W3C trace context, or null
 * @param actor actor of the original request
 */
record Cause(String id, String correlationId, String traceParent, ActorHeader actor) {
    /** The cause of a deadline, which has no request. */
    static Cause ofDeadline(String id) {
        return new Cause(id, id, null, new ActorHeader(null));
    }

    /** The cause of this message's n-th event, or of this event's n-th command: the id with a suffix. */
    Cause next(String suffix) {
        return new Cause(id + suffix, correlationId, traceParent, actor);
    }
}
