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

/** A domain, declared: what it keeps, what it looks up, what it decides, what it reacts to, what it lists. */
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

    /** Begins a domain of this name, which is also that of its package, its topics and its schemas' namespace. */
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

    /** What it keeps. */
    public List<Aggregate<?>> aggregates() {
        return aggregates;
    }

    /** What it looks up. */
    public List<ReferenceTable<?>> references() {
        return references;
    }

    /** What it decides. */
    public Decider decider() {
        return decider;
    }

    /** What it reacts to. */
    public List<Policy> policies() {
        return policies;
    }

    /** What it lists. */
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

    /** A domain while it is declared. */
    public static final class Draft {
        private final Domain domain;

        private Draft(Domain domain) {
            this.domain = domain;
        }

        /** States that it keeps. */
        public Draft keeps(Aggregate<?>... aggregates) {
            domain.aggregates.addAll(List.of(aggregates));
            List.of(aggregates).forEach(domain.decider.reach()::keep);
            return this;
        }

        /** States of others that its decisions look up. */
        public Draft looksUp(ReferenceTable<?>... tables) {
            domain.references.addAll(List.of(tables));
            return this;
        }

        /** A command that it takes. */
        public <C extends SpecificRecord> Draft handles(Class<C> command, Handler<C> handler) {
            domain.decider.handle(command, handler);
            return this;
        }

        /** A command that makes something which belongs to a customer from then on, and which names that customer. */
        public <C extends SpecificRecord> Draft founds(Class<C> command, Function<C, String> customer) {
            domain.decider.reach().found(command, customer);
            return this;
        }

        /** A command that it takes, and the state that the answer shows. */
        public <C extends SpecificRecord> Draft handles(
                Class<C> command, Handler<C> handler, BiFunction<C, Context, Optional<SpecificRecord>> shown) {
            domain.decider.show(command, shown);
            return handles(command, handler);
        }

        /** An event of it, and how it changes the states. */
        public <E extends SpecificRecord> Draft folds(Class<E> event, Fold<E> fold) {
            domain.decider.fold(event, fold);
            return this;
        }

        /** The state that answers show, but for commands that say otherwise. */
        public Draft shows(Function<Context, Optional<SpecificRecord>> state) {
            domain.decider.show(state);
            return this;
        }

        /** The answer to commands that are answered once their aggregate has settled; empty while it has not. */
        public Draft settles(Function<Context, Optional<Decision>> answer) {
            domain.decider.settle(answer);
            return this;
        }

        /** What it reacts to. */
        public Draft reacts(Policy... policies) {
            domain.policies.addAll(List.of(policies));
            return this;
        }

        /** What it lists. */
        public Draft lists(View<?>... views) {
            domain.views.addAll(List.of(views));
            return this;
        }

        /**
         * The domain.
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
