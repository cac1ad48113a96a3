package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a query, decoded as UTF-8 regardless of the request's headers. A parameter must not occur twice:
 * clients and proxies disagree about which value counts.
 */
final class Query {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> repeated = new TreeSet<>();

    /** Parses a query that {@link RequestGate} found well formed; null and empty have no parameters. */
    Query(String raw) {
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String name = URLDecoder.decode(parts[0], UTF_8);
                String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8);
                if (values.putIfAbsent(name, value) != null) {
                    repeated.add(name);
                }
            }
        }
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /**
     * The value of a parameter.
     *
     * @throws ProblemException if the parameter occurs more than once
     */
    Optional<String> get(String name) {
        if (repeated.contains(name)) {
            throw repeated(name);
        }
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Refuses a query with a duplicate parameter.
     *
     * @throws ProblemException that names the first one
     */
    void requireOnce() {
        if (!repeated.isEmpty()) {
            throw repeated(repeated.iterator().next());
        }
    }

    private static ProblemException repeated(String name) {
        return ProblemException.of(
                ProblemType.INVALID_PARAMETER,
                "The parameter " + Characters.printable(name) + " is there more than once; send it once.");
    }
}
