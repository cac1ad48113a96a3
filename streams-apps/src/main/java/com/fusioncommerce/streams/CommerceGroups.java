package com.fusioncommerce.streams;

import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which domains run in one task. */
public final class CommerceGroups {
    static final String CATALOG = "catalog";
    static final String FULFILMENT = "fulfilment";

    private CommerceGroups() {}

    /** The names of all domains. */
    public static Set<String> domains() {
        return all(OrderRules.defaults()).stream()
                .flatMap(group -> group.domains().stream())
                .map(Domain::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The groups, cut down to the domains that a process is to run. */
    public static List<Group> of(OrderRules rules, Set<String> domains) {
        return all(rules).stream()
                .map(group -> cut(group, domains))
                .filter(group -> group != null)
                .toList();
    }

    static List<Group> all(OrderRules rules) {
        return List.of(
                new Group(CATALOG, List.of(Catalog.domain())),
                new Group(FULFILMENT, List.of(Orders.domain(rules), Inventory.domain())));
    }

    private static Group cut(Group group, Set<String> domains) {
        List<Domain> kept = group.domains().stream()
                .filter(domain -> domains.contains(domain.name()))
                .toList();
        return kept.isEmpty() ? null : new Group(group.name(), kept);
    }
}
