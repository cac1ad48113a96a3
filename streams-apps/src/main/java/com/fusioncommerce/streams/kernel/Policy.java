package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reaction of a domain to events of other domains: pure functions from an event to commands for its own aggregates.
 *
 * <p>Repeated events: events of the policy's own group are never repeated, since policies react in the transaction that
 * writes them. An event of another group or job is deduplicated by its CloudEvents source and id for as long as
 * outcomes are kept ({@code KernelConfig}: a day). A command for another partition has an id derived from the event's
 * and is deduplicated for the same time. After that, and where a source gives a repeated event another id, the decider
 * must decide that a known fact changes nothing.
 *
 * <p>A refused command of a policy becomes a {@link CommandRefused} in the events of the domain that refused it;
 * policies can react to it as to any other event.
 *
 * @param name part of the ids of its commands, unique in its group
 * @param isFromNow whether it ignores events from before its first run
 * @param reactions its reactions, one for each type of event
 */
public record Policy(String name, boolean isFromNow, List<Reaction<?>> reactions) {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z-])?");

    /** @throws IllegalArgumentException if the name ends in a digit or has a dot: ids append a number to it */
    public Policy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a policy's name ends in no digit and has no dot: " + name);
        }
        reactions = List.copyOf(reactions);
    }

    /**
     * A command for an aggregate of the policy's domain, in the tenant of the event.
     *
     * @param id the aggregate's id
     * @param command the command
     */
    public record Send(String id, SpecificRecord command) {}

    /**
     * A policy's reaction to one type of event.
     *
     * @param source topic of the events
     * @param event their type
     * @param commands gives the commands for an event
     */
    public record Reaction<E extends SpecificRecord>(
            Topic source, Class<E> event, Function<Event<E>, List<Send>> commands) {}

    /** Starts the declaration of a policy. */
    public static Draft named(String name) {
        return new Draft(name);
    }

    /** Builder of a policy, completed by {@link #fromBeginning} or {@link #fromNow}. */
    public static final class Draft {
        private final String name;
        private final List<Reaction<?>> reactions = new ArrayList<>();

        private Draft(String name) {
            this.name = name;
        }

        /** Adds a reaction to an event. */
        public <E extends SpecificRecord> Draft on(Class<E> event, Function<Event<E>, List<Send>> commands) {
            reactions.add(new Reaction<>(Topics.events(Messages.of(event).domain()), event, commands));
            return this;
        }

        /** Adds a reaction to refusals of commands that policies sent to a domain. */
        public Draft onRefusal(String domain, Function<Event<CommandRefused>, List<Send>> commands) {
            reactions.add(new Reaction<>(Topics.events(domain), CommandRefused.class, commands));
            return this;
        }

        /** Builds a policy that reacts to all past and future events. */
        public Policy fromBeginning() {
            return new Policy(name, false, reactions);
        }

        /** Builds a policy that ignores events from before its first run: mails must not be sent for past events. */
        public Policy fromNow() {
            return new Policy(name, true, reactions);
        }
    }
}
