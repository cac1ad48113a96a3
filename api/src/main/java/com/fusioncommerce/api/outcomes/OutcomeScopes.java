package com.fusioncommerce.api.outcomes;

import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Access to the outcomes of a domain's commands: the scope of any of its operations suffices. */
final class OutcomeScopes {
    private final Map<String, Set<Scope>> byDomain = new TreeMap<>();

    OutcomeScopes(Map<String, List<Operation>> domains) {
        domains.forEach((domain, operations) -> byDomain.put(
                domain,
                operations.stream()
                        .flatMap(operation -> operation.access().anyOf().stream())
                        .collect(Collectors.toUnmodifiableSet())));
    }

    /** The scopes of which one is required to read any outcome. */
    List<Scope> all() {
        return byDomain.values().stream()
                .flatMap(Set::stream)
                .sorted(Comparator.comparing(Scope::claim))
                .toList();
    }

    /** Whether a principal may read a domain's outcomes; never for a domain without operations. */
    boolean admit(Principal principal, String domain) {
        return byDomain.getOrDefault(domain, Set.of()).stream().anyMatch(principal::may);
    }
}
