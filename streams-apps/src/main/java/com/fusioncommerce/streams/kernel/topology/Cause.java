package com.fusioncommerce.streams.kernel.topology;

/**
 * Where a message comes from, handed on to all it causes.
 *
 * @param id the message's own id
 * @param correlationId what set everything in motion
 * @param traceParent W3C trace context, or null
 */
record Cause(String id, String correlationId, String traceParent) {
    /** The cause of what this message's n-th event, or an event's n-th command, sets in motion. */
    Cause next(String suffix) {
        return new Cause(id + suffix, correlationId, traceParent);
    }
}
