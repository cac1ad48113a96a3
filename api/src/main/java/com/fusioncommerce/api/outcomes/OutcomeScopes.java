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

/** Who may see what became of a domain's commands: whoever may use any of its operations. */
final class OutcomeScopes {
    private final Map<String, Set<Scope>> byDomain = new TreeMap<>();

    OutcomeScopes(Map<String, List<Operation>> domains) {
        domains.forEach((domain, operations) -> byDomain.put(
                domain,
                operations.stream()
                        .flatMap(operation -> operation.access().anyOf().stream())
                        .collect(Collectors.toUnmodifiableSet())));
    }

    /** Those of which one is needed to see any outcome. */
    List<Scope> all() {
        return byDomain.values().stream()
                .flatMap(Set::stream)
                .sorted(Comparator.comparing(Scope::claim))
                .toList();
    }

    /** Whether somebody may see outcomes of a domain; nobody may of one without operations. */
    boolean admit(Principal principal, String domain) {
        return byDomain.getOrDefault(domain, Set.of()).stream().anyMatch(principal::may);
    }
}
