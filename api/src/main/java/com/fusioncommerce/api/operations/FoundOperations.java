package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The operations of the domains on the class path, in the order of the domains' names. */
public final class FoundOperations {
    // The result must not depend on the order of the class path.
    private static final List<DomainOperations> FOUND =
            ServiceLoader.load(DomainOperations.class, FoundOperations.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(DomainOperations::domain))
                    .toList();

    private FoundOperations() {}

    /** The names of all scopes: those of the domains, then those of the platform. */
    public static List<String> scopes() {
        List<Scope> all = new ArrayList<>();
        FOUND.forEach(found -> all.addAll(found.scopes()));
        all.addAll(Scope.OF_THE_PLATFORM);
        return all.stream().map(Scope::claim).toList();
    }

    /** All operations, by domain. */
    public static Map<String, List<Operation>> of(Wiring wiring) {
        return byDomain(FOUND, wiring);
    }

    static List<DomainOperations> found() {
        return FOUND;
    }

    static Map<String, List<Operation>> byDomain(List<DomainOperations> found, Wiring wiring) {
        Map<String, List<Operation>> all = new LinkedHashMap<>();
        for (DomainOperations domain : found) {
            List<Operation> operations = domain.all(wiring);
            operations.forEach(operation -> requireOf(domain, operation));
            if (all.put(domain.domain(), operations) != null) {
                throw new IllegalStateException("two parts of the API are of the domain " + domain.domain());
            }
        }
        return all;
    }

    /** Requires that an operation's scopes are its domain's: issuers know no others. */
    private static void requireOf(DomainOperations domain, Operation operation) {
        if (!domain.scopes().containsAll(operation.access().anyOf())) {
            throw new IllegalStateException(
                    operation.id() + " needs a scope that the domain " + domain.domain() + " does not name");
        }
    }
}
