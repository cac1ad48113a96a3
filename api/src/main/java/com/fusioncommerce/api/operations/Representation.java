package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.Schema;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A state as clients see it.
 *
 * @param <S> the state
 * @param type the state's class
 * @param schema of its JSON
 * @param json from a tenant and its state to a value that is written as JSON
 * @param version the number of events behind it: the ETag
 */
public record Representation<S>(
        Class<S> type, Schema schema, BiFunction<String, S, Object> json, ToLongFunction<S> version) {

    /** A representation that is the same for every tenant. */
    public static <S> Representation<S> of(
            Class<S> type, Schema schema, Function<S, Object> json, ToLongFunction<S> version) {
        return new Representation<>(type, schema, (tenant, state) -> json.apply(state), version);
    }

    /** A tenant's state as an answer. */
    public CommandReplies.Versioned of(String tenant, S state) {
        return CommandReplies.Versioned.of(version.applyAsLong(state), json.apply(tenant, state));
    }
}
