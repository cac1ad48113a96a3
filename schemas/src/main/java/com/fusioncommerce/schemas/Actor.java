package com.fusioncommerce.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;

/**
 * Who did something. It travels from the caller's token in the header {@link MessageHeaders#ACTOR} of the command to every
 * event that the command causes.
 *
 * @param subject the token's subject
 * @param roles what the subject is to the tenant, such as {@code customer}; empty where the token says nothing
 * @param onBehalfOf for whom the subject acts, or null where it is for itself
 * @param client the application that the subject uses, or null where the token names none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Actor(String subject, List<String> roles, String onBehalfOf, String client) {
    /** The platform itself: deadlines, jobs, and whatever nobody asked for. Messages of it have no header. */
    public static final Actor PLATFORM = new Actor("platform", List.of(), null, null);

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Copies the roles. */
    public Actor {
        Objects.requireNonNull(subject, "an actor has a subject");
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /**
     * The actor in a header's value; {@link #PLATFORM} for null.
     *
     * @throws IllegalArgumentException if the value is no actor
     */
    public static Actor parse(String header) {
        if (header == null) {
            return PLATFORM;
        }
        try {
            Actor actor = JSON.readValue(header, Actor.class);
            if (actor == null) {
                throw new IllegalArgumentException("no actor: " + header);
            }
            return actor;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no actor: " + header, e);
        }
    }

    /** The header's value: a JSON object; null for {@link #PLATFORM}. */
    public String header() {
        if (equals(PLATFORM)) {
            return null;
        }
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an actor cannot be written", e);
        }
    }
}
