package com.fusioncommerce.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The user or program that caused a message. It travels from the caller's token in the header {@link
 * MessageHeaders#ACTOR} of the command to every event that the command causes.
 *
 * <p>The actor also decides access. The roles {@link #STAFF} and {@link #SERVICE} give access to all data of the
 * tenant. Every other actor is a shopper, limited to the data of one customer: the one that the token names, or else
 * the one with the id {@code onBehalfOf} or the subject. A token that names a customer is limited to that customer
 * whatever its roles.
 *
 * @param subject the token's subject
 * @param roles the subject's roles in the tenant, such as {@code customer}; empty where the token has none
 * @param onBehalfOf the subject for whom this one acts, or null where it acts for itself
 * @param client the application that the subject uses, or null where the token names none
 * @param customer the customer that the token names, under the tenant's own id; null where it names none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Actor(String subject, List<String> roles, String onBehalfOf, String client, String customer) {
    /** The role of people who work for the tenant. */
    public static final String STAFF = "staff";

    /** The role of programs that work for the tenant. */
    public static final String SERVICE = "service";

    /** The role of shoppers. An actor without a role is a shopper too. */
    public static final String CUSTOMER = "customer";

    /**
     * The platform itself: actor of deadlines, jobs and all else without a caller. Its messages have no actor header.
     */
    public static final Actor PLATFORM = new Actor("platform", List.of(), null, null, null);

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * Copies the roles and replaces blank texts by null: a header leaves blank fields out, and an actor must be equal
     * after it was written and read.
     *
     * @throws IllegalArgumentException if the customer's id is blank, which a header cannot express
     */
    public Actor {
        Objects.requireNonNull(subject, "an actor has a subject");
        roles = roles == null ? List.of() : List.copyOf(roles);
        onBehalfOf = blankToNull(onBehalfOf);
        client = blankToNull(client);
        if (customer != null && customer.isBlank()) {
            throw new IllegalArgumentException("an actor is kept to a customer without a name");
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Somebody who works for the tenant. */
    public static Actor staff(String subject) {
        return new Actor(subject, List.of(STAFF), null, null, null);
    }

    /** A program that works for the tenant. */
    public static Actor service(String subject) {
        return new Actor(subject, List.of(SERVICE), null, null, null);
    }

    /** A shopper whose subject is the customer's id. */
    public static Actor shopper(String customerId) {
        return new Actor(customerId, List.of(CUSTOMER), null, null, null);
    }

    /** The customer to whose data the actor's access is limited; empty for staff, services and the platform itself. */
    public Optional<String> keptTo() {
        if (customer != null) {
            return Optional.of(customer);
        }
        if (roles.contains(STAFF) || roles.contains(SERVICE) || equals(PLATFORM)) {
            return Optional.empty();
        }
        return Optional.of(onBehalfOf == null ? subject : onBehalfOf);
    }

    /**
     * Whether the actor may access this customer's data. Guests are many people under one id, so no shopper may access
     * the data of guests.
     */
    public boolean reaches(String customerId) {
        return keptTo().map(own -> own.equals(customerId) && Keys.isId(own) && !Guests.isGuest(own))
                .orElse(true);
    }

    /**
     * Parses a header's value; null, and no other value, gives {@link #PLATFORM}.
     *
     * @throws IllegalArgumentException if the value is no actor, or is the platform, whose messages have no such header
     */
    public static Actor parse(String header) {
        if (header == null) {
            return PLATFORM;
        }
        try {
            Actor actor = JSON.readValue(header, Actor.class);
            if (actor == null || actor.equals(PLATFORM)) {
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
