package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.common.CommandRefused;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.DeadlineChange;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Key;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.States;
import com.fusioncommerce.streams.kernel.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command and all commands and events that follow from it within a task. They are collected first, so that a
 * decider that throws leaves no partial change; the processor then writes them in one transaction.
 */
final class Cascade {
    private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);

    /** Cause for answers, which depend on states alone and not on an actor. */
    private static final Cause NOBODY = Cause.ofDeadline("");

    private final Group group;
    private final int partition;
    private final Store store;
    private final long now;

    final List<Sent> events = new ArrayList<>();
    final List<Sent> remote = new ArrayList<>();
    final List<ViewEntry> viewEntries = new ArrayList<>();
    final Map<StateKey, SpecificRecord> states = new LinkedHashMap<>();
    final Map<Target, DeadlineChange> deadlines = new LinkedHashMap<>();
    final Set<Target> touched = new LinkedHashSet<>();

    private final Deque<Delivery> queue = new ArrayDeque<>();

    record StateKey(Aggregate<?> aggregate, String key) {}

    record Target(Domain domain, Key key) {}

    record ViewEntry(String view, String key) {}

    record Sent(
            Topic topic,
            Key key,
            SpecificRecord message,
            Cause cause,
            String causationId,
            Sender sender,
            String customer) {
        /** A message about an aggregate without an owner. */
        static Sent of(Topic topic, Key key, SpecificRecord message, Cause cause, String causationId, Sender sender) {
            return new Sent(topic, key, message, cause, causationId, sender, null);
        }
    }

    private record Delivery(Target target, SpecificRecord command, Cause cause, Sender sender) {}

    Cascade(Group group, int partition, Store store, long now) {
        this.group = group;
        this.partition = partition;
        this.store = store;
        this.now = now;
    }

    /**
     * Decides a command and all commands that follow from it in this task. {@code sender} is null where no policy sent
     * it.
     */
    Decision run(Target target, SpecificRecord command, Cause cause, Sender sender) {
        Decision decision = deliver(new Delivery(target, command, cause, sender));
        drain();
        return decision;
    }

    /** Lets the group's policies react to an event of another group or job that happened at a time. */
    void react(Topic source, Key key, SpecificRecord event, Cause cause, long at) {
        for (Group.Listener<?> listener : group.listeners(event.getClass())) {
            if (listensTo(listener, source) && store.hears(listener.policy(), at, now)) {
                react(listener, key, event, cause, at);
            }
        }
        drain();
    }

    /** Whether the cascade has commands, for this or another partition. */
    boolean setInMotion() {
        return !touched.isEmpty() || !remote.isEmpty();
    }

    /** The deferred answer of an aggregate, as of the end of this cascade. */
    Optional<Decision> settled(Target target) {
        return target.domain().decider().settled(context(target, NOBODY));
    }

    /** The state that the answer to a command shows, as of the end of this cascade. */
    Optional<SpecificRecord> shown(Target target, SpecificRecord command) {
        return target.domain().decider().shown(command, context(target, NOBODY));
    }

    private void drain() {
        Delivery next;
        while ((next = queue.poll()) != null) {
            deliver(next);
        }
    }

    private Decision deliver(Delivery delivery) {
        Target target = delivery.target;
        touched.add(target);
        Decision decision = target.domain().decider().decide(delivery.command, context(target, delivery.cause));
        if (decision instanceof Decision.Accepted accepted) {
            apply(delivery, accepted);
        } else if (decision instanceof Decision.Rejected rejected && delivery.sender != null) {
            tell(delivery, rejected);
        }
        return decision;
    }

    /** Writes the refusal of a policy's command as an event, so that the policy's domain can react to it. */
    private void tell(Delivery delivery, Decision.Rejected rejected) {
        Target target = delivery.target;
        CommandRefused refused = new CommandRefused(
                delivery.sender.policy(),
                delivery.sender.sentFor(),
                delivery.command.getSchema().getName(),
                rejected.reason(),
                rejected.message(),
                now);
        LOG.warn("{} for {}: {}", delivery.cause.id(), target.key(), refused);
        Cause cause = delivery.cause.next(".refused");
        Topic topic = target.domain().events();
        events.add(Sent.of(topic, target.key(), refused, cause, delivery.cause.id(), null));
        reactions(topic, target.key(), refused, cause);
    }

    private void apply(Delivery delivery, Decision.Accepted accepted) {
        Target target = delivery.target;
        if (!(accepted.deadline() instanceof DeadlineChange.Keep)) {
            deadlines.put(target, accepted.deadline());
        }
        Domain domain = target.domain();
        States own = new OwnStates(target);
        int n = 0;
        for (SpecificRecord event : accepted.events()) {
            Cause cause = delivery.cause.next("." + n++);
            domain.decider().evolve(event, own);
            String customer = domain.decider().customer(target.key().id(), own).orElse(null);
            events.add(new Sent(domain.events(), target.key(), event, cause, delivery.cause.id(), null, customer));
            for (View<?> view : domain.views()) {
                for (String entry : view.entriesOf(event)) {
                    viewEntries.add(
                            new ViewEntry(view.name(), Keys.of(target.key().tenant(), entry)));
                }
            }
            reactions(domain.events(), target.key(), event, cause);
        }
    }

    private void reactions(Topic source, Key key, SpecificRecord event, Cause cause) {
        for (Group.Listener<?> listener : group.listeners(event.getClass())) {
            if (listensTo(listener, source)) {
                react(listener, key, event, cause, now);
            }
        }
    }

    /** Compares topics: a notice is in the events of every domain, so its type does not tell. */
    private static boolean listensTo(Group.Listener<?> listener, Topic source) {
        return listener.reaction().source().name().equals(source.name());
    }

    private void react(Group.Listener<?> listener, Key key, SpecificRecord event, Cause cause, long at) {
        Policy policy = listener.policy();
        Topic commands = listener.domain().commands();
        // A command sent because of a refusal has no sender, so its own refusal is no event: the two could alternate
        // for ever.
        Sender sender = event instanceof CommandRefused ? null : new Sender(policy.name(), key.id());
        int n = 0;
        for (Policy.Send send :
                listener.hear(new Event<>(key, cause.id(), at, cause.actor().actor(), event))) {
            Key target = Key.of(key.tenant(), send.id());
            Cause next = cause.next("." + policy.name() + n++);
            if (commands.partitionOf(target.toString()) == partition) {
                queue.add(new Delivery(new Target(listener.domain(), target), send.command(), next, sender));
            } else {
                remote.add(Sent.of(commands, target, send.command(), next, cause.id(), sender));
            }
        }
    }

    private Context context(Target target, Cause cause) {
        OwnStates own = new OwnStates(target);
        return new Context() {
            @Override
            public String id() {
                return target.key().id();
            }

            @Override
            public long now() {
                return now;
            }

            @Override
            public Actor actor() {
                return cause.actor().actor();
            }

            @Override
            public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String id) {
                return own.get(aggregate, id);
            }

            @Override
            public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String id) {
                return store.reference(table, Keys.of(target.key().tenant(), id));
            }
        };
    }

    /** The states that a decision may see and change: its tenant's, in its own partition. */
    private final class OwnStates implements States {
        private final Target target;
        private final String tenant;
        private final String routing;

        OwnStates(Target target) {
            this.target = target;
            this.tenant = target.key().tenant();
            this.routing = Keys.routing(target.key().toString());
        }

        @Override
        public <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id) {
            String key = key(aggregate, id);
            SpecificRecord changed = states.get(new StateKey(aggregate, key));
            return changed != null ? aggregate.type().cast(changed) : store.state(aggregate, key);
        }

        @Override
        public <S extends SpecificRecord> void put(Aggregate<S> aggregate, String id, S state) {
            String key = key(aggregate, id);
            Objects.requireNonNull(state, () -> "a state is replaced, never removed: " + aggregate.name() + ' ' + key);
            states.put(new StateKey(aggregate, key), state);
        }

        /**
         * The key of a state, which must be in this partition: elsewhere a state would seem missing, and a write would
         * be lost.
         */
        private String key(Aggregate<?> aggregate, String id) {
            String key = Keys.of(tenant, id);
            int end = key.indexOf(Keys.POOL_END);
            boolean alike = (end < 0 ? key.length() : end) == routing.length() && key.startsWith(routing);
            if (!alike) {
                Topic commands = target.domain().commands();
                int lies = commands.partitionOf(key);
                int decided = commands.partitionOf(target.key().toString());
                if (lies != decided) {
                    throw new IllegalStateException("state " + aggregate.name() + ' ' + key + " lies in partition "
                            + lies + ", but " + target.key() + " is decided in partition " + decided);
                }
            }
            return key;
        }
    }
}
