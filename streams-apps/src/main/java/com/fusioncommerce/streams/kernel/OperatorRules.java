package com.fusioncommerce.streams.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an operator decides about domains: a record for each domain that leaves something to be decided. */
public final class OperatorRules {
    private final Map<Class<?>, Record> byType;

    private OperatorRules(Map<Class<?>, Record> byType) {
        this.byType = byType;
    }

    /** These rules, of which there is one a type. */
    public static OperatorRules of(Record... rules) {
        return new OperatorRules(
                Arrays.stream(rules).collect(Collectors.toUnmodifiableMap(Record::getClass, Function.identity())));
    }

    /** Those of a type; empty where nothing was decided, and a domain falls back on its defaults. */
    public <R extends Record> Optional<R> get(Class<R> type) {
        return Optional.ofNullable(byType.get(type)).map(type::cast);
    }
}
