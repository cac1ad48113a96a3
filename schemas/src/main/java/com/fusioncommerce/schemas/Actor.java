package com.fusioncommerce.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who did something. It travels from the caller's token in the header {@link MessageHeaders#ACTOR} of the command to every
 * event that the command causes.
 *
 * <p>It also says what the actor may reach. Whoever has the role {@link #STAFF} or {@link #SERVICE} reaches what is its
 * tenant's. Everybody else is a shopper, and is kept to what belongs to one customer: to the customer that the token names,
 * or else to the one of the subject's own name. A token that names a customer is kept to it whatever its roles.
 *
 * @param subject the token's subject
 * @param roles what the subject is to the tenant, such as {@code customer}; empty where the token says nothing
 * @param onBehalfOf for whom the subject acts, or null where it is for itself
 * @param client the application that the subject uses, or null where the token names none
 * @param customer the customer that the token names, under the tenant's own id; null where it names none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Actor(String subject, List<String> roles, String onBehalfOf, String client, String customer) {
    /** The role of people who work for the tenant. */
    public static final String STAFF = "staff";

    /** The role of programs that work for the tenant. */
    public static final String SERVICE = "service";

    /** The role of shoppers. Who has no role is one as well. */
    public static final String CUSTOMER = "customer";

    /** The platform itself: deadlines, jobs, and whatever nobody asked for. Messages of it have no header. */
    public static final Actor PLATFORM = new Actor("platform", List.of(), null, null, null);

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * Copies the roles. What is blank says nothing, and a header leaves it out: an actor must be the same before and after.
     *
     * @throws IllegalArgumentException if it is kept to a customer without a name, which no header could say
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

    /** The customer to whose things the actor is kept; empty for staff, services and the platform itself. */
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
     * Whether what belongs to this customer is within the actor's reach. Guests are many people under one id, so that what
     * is theirs belongs to no shopper.
     */
    public boolean reaches(String customerId) {
        return keptTo().map(own -> own.equals(customerId) && Keys.isId(own) && !Guests.isGuest(own))
                .orElse(true);
    }

    /**
     * The actor in a header's value; {@link #PLATFORM} for null and for nothing else.
     *
     * @throws IllegalArgumentException if the value is no actor, or says that it is the platform, whose messages have none
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
