package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Actor;

/** Who asked for a message, as its header says: read when somebody asks for it, and once for all that it causes. */
final class ActorHeader {
    private final String text;
    private Actor actor;

    /** A header's value, or null where it was the platform. */
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
     * @throws MalformedRecordException if the header is none
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
