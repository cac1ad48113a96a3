package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Actor;

/** The actor header of a message, parsed on first use and once for all messages that it causes. */
final class ActorHeader {
    private final String text;
    private Actor actor;

    /** Wraps a header's value, or null for the platform. */
    ActorHeader(String text) {
        this.text = text;
    }

    /** The header's value, or null where there is none. */
    String text() {
        return text;
    }

    /**
     * The actor.
     *
     * @throws MalformedRecordException if the header is no actor
     */
    Actor actor() {
        if (actor == null) {
            try {
                actor = Actor.parse(text);
            } catch (IllegalArgumentException e) {
                throw new MalformedRecordException("header actor: " + e.getMessage());
            }
        }
        return actor;
    }
}
