package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Co-partitioned domains, which therefore run in one task: a command from one domain to another within a pool is
 * decided in the same transaction.
 */
public final class Group {
    private final String name;
    private final List<Domain> domains;
    private final Map<Class<?>, List<Listener<?>>> listeners = new HashMap<>();

    /**
     * A policy's subscription to one type of event.
     *
     * @param domain domain of its commands
     * @param policy the policy
     * @param reaction its reaction
     */
    public record Listener<E extends SpecificRecord>(Domain domain, Policy policy, Policy.Reaction<E> reaction) {
        /** The commands for an event of the reaction's type. */
        @SuppressWarnings("unchecked") // Listeners are found by the type of the event.
        public List<Policy.Send> hear(Event<?> event) {
            return reaction.commands().apply((Event<E>) event);
        }
    }

    /**
     * A group.
     *
     * @param name part of the names of its processors
     * @param domains at least one
     * @throws IllegalArgumentException if the domains' topics differ in partitions, or two policies have one name
     */
    public Group(String name, List<Domain> domains) {
        this.name = name;
        this.domains = List.copyOf(domains);
        Set<Integer> counts =
                domains.stream().map(domain -> domain.commands().partitions()).collect(Collectors.toSet());
        if (counts.size() != 1) {
            throw new IllegalArgumentException("domains of group " + name + " are not co-partitioned: " + counts);
        }
        Set<String> policies = new HashSet<>();
        for (Domain domain : domains) {
            for (Policy policy : domain.policies()) {
                if (!policies.add(policy.name())) {
                    throw new IllegalArgumentException(
                            "two policies of group " + name + " are called " + policy.name());
                }
                policy.reactions().forEach(reaction -> listen(domain, policy, reaction));
            }
        }
    }

    private <E extends SpecificRecord> void listen(Domain domain, Policy policy, Policy.Reaction<E> reaction) {
        listeners
                .computeIfAbsent(reaction.event(), any -> new ArrayList<>())
                .add(new Listener<>(domain, policy, reaction));
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The domains. */
    public List<Domain> domains() {
        return domains;
    }

    /** The listeners to a type of event, in the order in which domains and policies are declared. */
    public List<Listener<?>> listeners(Class<?> event) {
        return listeners.getOrDefault(event, List.of());
    }

    /** Topics from outside the group that its policies listen to, with the types of events that they listen to there. */
    public Map<Topic, Set<Class<?>>> foreignEvents() {
        Set<Topic> own = domains.stream().map(Domain::events).collect(Collectors.toSet());
        Map<Topic, Set<Class<?>>> foreign = new LinkedHashMap<>();
        for (Domain domain : domains) {
            for (Policy policy : domain.policies()) {
                for (Policy.Reaction<?> reaction : policy.reactions()) {
                    if (!own.contains(reaction.source())) {
                        foreign.computeIfAbsent(reaction.source(), any -> new LinkedHashSet<>())
                                .add(reaction.event());
                    }
                }
            }
        }
        return foreign;
    }
}
