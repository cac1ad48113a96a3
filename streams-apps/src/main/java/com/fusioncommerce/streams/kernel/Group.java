package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains whose keys are partitioned alike and that therefore run in one task: what one tells the other within a pool
 * happens in the same transaction.
 *
 * @param name of the group, part of the names of its processors
 * @param domains at least one
 */
public record Group(String name, List<Domain> domains) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the domains' topics differ in partitions, or two policies have one name
     */
    public Group {
        domains = List.copyOf(domains);
        Set<Integer> counts =
                domains.stream().map(domain -> domain.commands().partitions()).collect(Collectors.toSet());
        if (counts.size() != 1) {
            throw new IllegalArgumentException("domains of group " + name + " are not co-partitioned: " + counts);
        }
        Set<String> policies = new HashSet<>();
        domains.stream().flatMap(domain -> domain.policies().stream()).forEach(policy -> {
            if (!policies.add(policy.name())) {
                throw new IllegalArgumentException("two policies of group " + name + " are called " + policy.name());
            }
        });
    }

    /** Topics from outside the group that its policies listen to. */
    public List<Topic> foreignEvents() {
        Set<Topic> own = domains.stream().map(Domain::events).collect(Collectors.toSet());
        return domains.stream()
                .flatMap(domain -> domain.policies().stream())
                .map(Policy::source)
                .filter(source -> !own.contains(source))
                .distinct()
                .toList();
    }
}
