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
 * How a domain reacts to what happened in another: pure functions from an event to commands for its own aggregates.
 *
 * <p>What holds when an event comes again: events of the policy's own group never do, since they are reacted to in the
 * transaction that makes them. An event of another group or job is known by its CloudEvents source and id for as long as
 * outcomes are kept ({@code KernelConfig}: a day); until then it is passed over. A command for another partition has an
 * id derived from the event's and is carried out once in that same time. After it, and where a source gives a repeated
 * event another id, only the decider can know: one that is told a fact it knows already decides that nothing is new.
 *
 * <p>A command of a policy that is refused becomes a {@link CommandRefused} in the events of the domain that refused it, to
 * which a policy can react as to any other event.
 *
 * @param name part of the ids of its commands, unique in its group
 * @param isFromNow whether it passes over what happened before it was first run
 * @param reactions what it listens to, and what it does then
 */
public record Policy(String name, boolean isFromNow, List<Reaction<?>> reactions) {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z-])?");

    /** @throws IllegalArgumentException if the name could not be told from the number that ids put after it */
    public Policy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a policy's name ends in no digit and has no dot: " + name);
        }
        reactions = List.copyOf(reactions);
    }

    /**
     * A command for an aggregate of the policy's domain, in the tenant of the event.
     *
     * @param id the aggregate
     * @param command what it is told
     */
    public record Send(String id, SpecificRecord command) {}

    /**
     * What a policy does at one type of event.
     *
     * @param source topic of the events
     * @param event their type
     * @param commands gives the commands
     */
    public record Reaction<E extends SpecificRecord>(
            Topic source, Class<E> event, Function<Event<E>, List<Send>> commands) {}

    /** Begins a policy of this name. */
    public static Draft named(String name) {
        return new Draft(name);
    }

    /** A policy while it is declared. Its start comes last and completes it. */
    public static final class Draft {
        private final String name;
        private final List<Reaction<?>> reactions = new ArrayList<>();

        private Draft(String name) {
            this.name = name;
        }

        /** Reacts to an event, with commands. */
        public <E extends SpecificRecord> Draft on(Class<E> event, Function<Event<E>, List<Send>> commands) {
            reactions.add(new Reaction<>(Topics.events(Messages.of(event).domain()), event, commands));
            return this;
        }

        /** Reacts to refusals of commands that policies sent to a domain. */
        public Draft onRefusal(String domain, Function<Event<CommandRefused>, List<Send>> commands) {
            reactions.add(new Reaction<>(Topics.events(domain), CommandRefused.class, commands));
            return this;
        }

        /** Listens to all that ever happened. */
        public Policy fromBeginning() {
            return new Policy(name, false, reactions);
        }

        /** Listens to what happens from its first run on: one that mails must not mail for what is long past. */
        public Policy fromNow() {
            return new Policy(name, true, reactions);
        }
    }
}
