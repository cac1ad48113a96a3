package com.fusioncommerce.streams;

import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.DomainGroup;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.OperatorRules;
import com.fusioncommerce.streams.orders.OrderRules;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The groups of domains on the class path, sorted by name. The domains of a group run in one task. */
public final class CommerceGroups {
    // Sorted, so that the topology does not depend on the order of the class path.
    private static final List<DomainGroup> FOUND =
            ServiceLoader.load(DomainGroup.class, CommerceGroups.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(DomainGroup::name))
                    .toList();

    private static final SortedSet<String> DOMAINS = namesOnce(all(OperatorRules.of()));

    private CommerceGroups() {}

    /** The names of all domains, sorted. */
    public static SortedSet<String> domains() {
        return DOMAINS;
    }

    /** The groups, reduced to the domains that a process runs. */
    public static List<Group> of(OrderRules rules, Set<String> domains) {
        return all(OperatorRules.of(rules)).stream()
                .flatMap(group -> cut(group, domains))
                .toList();
    }

    /** The groups with default rules, for callers that do not depend on the operator's. */
    static List<Group> all() {
        return all(OperatorRules.of());
    }

    private static List<Group> all(OperatorRules rules) {
        return FOUND.stream()
                .map(found -> new Group(found.name(), found.domains(rules)))
                .toList();
    }

    private static SortedSet<String> namesOnce(List<Group> groups) {
        Set<String> names = new HashSet<>();
        SortedSet<String> domains = new TreeSet<>();
        for (Group group : groups) {
            requireNew(names, "groups", group.name());
            group.domains().forEach(domain -> requireNew(domains, "domains", domain.name()));
        }
        return Collections.unmodifiableSortedSet(domains);
    }

    private static void requireNew(Set<String> known, String what, String name) {
        if (!known.add(name)) {
            throw new IllegalStateException("two " + what + " on the class path are called " + name);
        }
    }

    private static Stream<Group> cut(Group group, Set<String> domains) {
        List<Domain> kept = group.domains().stream()
                .filter(domain -> domains.contains(domain.name()))
                .toList();
        return kept.isEmpty() ? Stream.empty() : Stream.of(new Group(group.name(), kept));
    }
}
