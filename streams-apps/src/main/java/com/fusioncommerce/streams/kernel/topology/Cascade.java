package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.DeadlineChange;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
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
 * One command and all that it sets in motion within a task. Everything is collected first, so that a decider that throws
 * leaves nothing half done; the processor then writes it in one transaction.
 */
final class Cascade {
    private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);

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

    record Target(Domain domain, String key) {}

    record ViewEntry(String view, String key) {}

    record Sent(Topic topic, String key, SpecificRecord message, Cause cause, String causationId) {}

    private record Delivery(Target target, SpecificRecord command, Cause cause) {}

    Cascade(Group group, int partition, Store store, long now) {
        this.group = group;
        this.partition = partition;
        this.store = store;
        this.now = now;
    }

    /** Decides a command and all that follows from it here. */
    Decision run(Domain domain, String key, SpecificRecord command, Cause cause) {
        Decision decision = deliver(new Delivery(new Target(domain, key), command, cause));
        drain();
        return decision;
    }

    /** Lets the group's policies react to an event from elsewhere. */
    void react(Topic source, String key, SpecificRecord event, Cause cause) {
        reactions(source, key, event, cause);
        drain();
    }

    /** Whether any command came of it, here or elsewhere. */
    boolean setInMotion() {
        return !touched.isEmpty() || !remote.isEmpty();
    }

    /** The put-off answer of an aggregate, as of the end of this cascade. */
    Optional<Decision> settled(Target target) {
        return target.domain().decider().settled(context(target));
    }

    /** The state that the answer to a command shows, as of the end of this cascade. */
    Optional<SpecificRecord> shown(Target target, SpecificRecord command) {
        return target.domain().decider().shown(command, context(target));
    }

    private void drain() {
        Delivery next;
        while ((next = queue.poll()) != null) {
            Decision decision = deliver(next);
            if (decision instanceof Decision.Rejected rejected) {
                LOG.warn(
                        "{} for {} refused: {} ({})",
                        next.command.getClass().getSimpleName(),
                        next.target.key(),
                        rejected.reason(),
                        next.cause.id());
            }
        }
    }

    private Decision deliver(Delivery delivery) {
        Target target = delivery.target;
        touched.add(target);
        Decision decision = target.domain().decider().decide(delivery.command, context(target));
        if (decision instanceof Decision.Accepted accepted) {
            apply(delivery, accepted);
        }
        return decision;
    }

    private void apply(Delivery delivery, Decision.Accepted accepted) {
        Target target = delivery.target;
        if (!(accepted.deadline() instanceof DeadlineChange.Keep)) {
            deadlines.put(target, accepted.deadline());
        }
        Domain domain = target.domain();
        String tenant = Keys.tenant(target.key());
        int n = 0;
        for (SpecificRecord event : accepted.events()) {
            Cause cause = delivery.cause.next("." + n++);
            domain.decider().evolve(event, new OwnStates(target));
            events.add(new Sent(domain.events(), target.key(), event, cause, delivery.cause.id()));
            for (View view : domain.views()) {
                for (String entry : view.entries().apply(event)) {
                    viewEntries.add(new ViewEntry(view.name(), Keys.of(tenant, entry)));
                }
            }
            reactions(domain.events(), target.key(), event, cause);
        }
    }

    private void reactions(Topic source, String key, SpecificRecord event, Cause cause) {
        for (Domain domain : group.domains()) {
            for (Policy policy : domain.policies()) {
                if (policy.source().equals(source)) {
                    react(domain, policy, key, event, cause);
                }
            }
        }
    }

    private void react(Domain domain, Policy policy, String key, SpecificRecord event, Cause cause) {
        String tenant = Keys.tenant(key);
        int n = 0;
        for (Policy.Send send : policy.reaction().apply(event)) {
            String targetKey = Keys.of(tenant, send.id());
            Cause next = cause.next("." + policy.name() + n++);
            if (domain.commands().partitionOf(targetKey) == partition) {
                queue.add(new Delivery(new Target(domain, targetKey), send.command(), next));
            } else {
                remote.add(new Sent(domain.commands(), targetKey, send.command(), next, cause.id()));
            }
        }
    }

    private Context context(Target target) {
        String tenant = Keys.tenant(target.key());
        OwnStates own = new OwnStates(target);
        return new Context() {
            @Override
            public String id() {
                return Keys.id(target.key());
            }

            @Override
            public long now() {
                return now;
            }

            @Override
            public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String id) {
                return own.get(aggregate, id);
            }

            @Override
            public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String id) {
                return store.reference(table, Keys.of(tenant, id));
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
            this.tenant = Keys.tenant(target.key());
            this.routing = Keys.routing(target.key());
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

        /** Elsewhere a state would read as if there were none, and what is written would be seen by nobody. */
        private String key(Aggregate<?> aggregate, String id) {
            String key = Keys.of(tenant, id);
            int end = key.indexOf(Keys.POOL_END);
            boolean alike = (end < 0 ? key.length() : end) == routing.length() && key.startsWith(routing);
            if (!alike) {
                Topic commands = target.domain().commands();
                int lies = commands.partitionOf(key);
                int decided = commands.partitionOf(target.key());
                if (lies != decided) {
                    throw new IllegalStateException("state " + aggregate.name() + ' ' + key + " lies in partition "
                            + lies + ", but " + target.key() + " is decided in partition " + decided);
                }
            }
            return key;
        }
    }
}
