package com.fusioncommerce.platform.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of parts that a part needs. */
final class Needs {
    private Needs() {}

    /** All parts of a kind, and other parts. */
    static Set<String> of(Set<String> kind, String... others) {
        Set<String> names = new HashSet<>(kind);
        names.addAll(List.of(others));
        return Set.copyOf(names);
    }
}
