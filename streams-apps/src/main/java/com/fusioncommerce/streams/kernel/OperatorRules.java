package com.fusioncommerce.streams.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operator's rules for domains: a record for each domain that has such rules. */
public final class OperatorRules {
    private final Map<Class<?>, Record> byType;

    private OperatorRules(Map<Class<?>, Record> byType) {
        this.byType = byType;
    }

    /** These rules, at most one of each type. */
    public static OperatorRules of(Record... rules) {
        return new OperatorRules(
                Arrays.stream(rules).collect(Collectors.toUnmodifiableMap(Record::getClass, Function.identity())));
    }

    /** The rules of a type; empty where the operator set none and the domain uses its defaults. */
    public <R extends Record> Optional<R> get(Class<R> type) {
        return Optional.ofNullable(byType.get(type)).map(type::cast);
    }
}
