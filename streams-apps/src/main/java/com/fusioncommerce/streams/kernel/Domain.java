package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.MessageType;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Declaration of a domain: its aggregates, reference tables, command handlers, folds, policies and views. */
public final class Domain {
    private final String name;
    private final Topic commands;
    private final Topic events;
    private final List<Aggregate<?>> aggregates = new ArrayList<>();
    private final List<ReferenceTable<?>> references = new ArrayList<>();
    private final Decider decider = new Decider();
    private final List<Policy> policies = new ArrayList<>();
    private final List<View<?>> views = new ArrayList<>();

    private Domain(String name) {
        this.name = name;
        this.commands = Topics.commands(name);
        this.events = Topics.events(name);
    }

    /** Starts the declaration of a domain; its package, topics and schema namespace have the same name. */
    public static Draft named(String name) {
        return new Draft(new Domain(name));
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The topic of its commands. */
    public Topic commands() {
        return commands;
    }

    /** The topic of its events. */
    public Topic events() {
        return events;
    }

    /** The aggregates. */
    public List<Aggregate<?>> aggregates() {
        return aggregates;
    }

    /** The reference tables. */
    public List<ReferenceTable<?>> references() {
        return references;
    }

    /** The decider. */
    public Decider decider() {
        return decider;
    }

    /** The policies. */
    public List<Policy> policies() {
        return policies;
    }

    /** The views. */
    public List<View<?>> views() {
        return views;
    }

    private boolean isMissing(MessageType message) {
        return switch (message.kind()) {
            case COMMAND -> !decider.commands().contains(message.type());
            case EVENT -> !decider.events().contains(message.type());
            case REQUEST, NOTICE, STATE, OUTCOME, FACT -> false;
        };
    }

    /** Builder of a domain. */
    public static final class Draft {
        private final Domain domain;

        private Draft(Domain domain) {
            this.domain = domain;
        }

        /** Adds aggregates. */
        public Draft keeps(Aggregate<?>... aggregates) {
            domain.aggregates.addAll(List.of(aggregates));
            List.of(aggregates).forEach(domain.decider.reach()::keep);
            return this;
        }

        /** Adds reference tables that decisions read. */
        public Draft looksUp(ReferenceTable<?>... tables) {
            domain.references.addAll(List.of(tables));
            return this;
        }

        /** Adds a command and its handler. */
        public <C extends SpecificRecord> Draft handles(Class<C> command, Handler<C> handler) {
            domain.decider.handle(command, handler);
            return this;
        }

        /** Marks a command that creates an aggregate owned by the customer whom the command names. */
        public <C extends SpecificRecord> Draft founds(Class<C> command, Function<C, String> customer) {
            domain.decider.reach().found(command, customer);
            return this;
        }

        /** Adds a command, its handler, and the state that its answer shows. */
        public <C extends SpecificRecord> Draft handles(
                Class<C> command, Handler<C> handler, BiFunction<C, Context, Optional<SpecificRecord>> shown) {
            domain.decider.show(command, shown);
            return handles(command, handler);
        }

        /** Adds an event and its fold. */
        public <E extends SpecificRecord> Draft folds(Class<E> event, Fold<E> fold) {
            domain.decider.fold(event, fold);
            return this;
        }

        /** Sets the state that answers show, except for commands with a state of their own. */
        public Draft shows(Function<Context, Optional<SpecificRecord>> state) {
            domain.decider.show(state);
            return this;
        }

        /** Sets the deferred answer to commands; empty while their aggregate has not settled. */
        public Draft settles(Function<Context, Optional<Decision>> answer) {
            domain.decider.settle(answer);
            return this;
        }

        /** Adds policies. */
        public Draft reacts(Policy... policies) {
            domain.policies.addAll(List.of(policies));
            return this;
        }

        /** Adds views. */
        public Draft lists(View<?>... views) {
            domain.views.addAll(List.of(views));
            return this;
        }

        /**
         * Builds the domain.
         *
         * @throws IllegalStateException if its schemas declare a command without a handler, or an event without a fold
         */
        public Domain done() {
            List<String> missing = Messages.all().stream()
                    .filter(message -> message.domain().equals(domain.name))
                    .filter(domain::isMissing)
                    .map(message -> message.type().getSimpleName())
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("domain " + domain.name + " takes no " + String.join(", ", missing));
            }
            return domain;
        }
    }
}
