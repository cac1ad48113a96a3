package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Principal;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * JSON representation of a state.
 *
 * @param <S> the state
 * @param type the state's class
 * @param schema schema of the JSON
 * @param json from a tenant and its state to a value for JSON, for staff and services
 * @param toShoppers the same for shoppers, without fields that are internal to the tenant
 * @param version the state's version, the number of its events: the ETag
 */
public record Representation<S>(
        Class<S> type,
        Schema schema,
        BiFunction<String, S, Object> json,
        BiFunction<String, S, Object> toShoppers,
        ToLongFunction<S> version) {

    /** A representation that is the same for every caller of a tenant. */
    public Representation(Class<S> type, Schema schema, BiFunction<String, S, Object> json, ToLongFunction<S> version) {
        this(type, schema, json, json, version);
    }

    /** A representation that is the same for every tenant and caller. */
    public static <S> Representation<S> of(
            Class<S> type, Schema schema, Function<S, Object> json, ToLongFunction<S> version) {
        return new Representation<>(type, schema, (tenant, state) -> json.apply(state), version);
    }

    /** The answer with a state of the caller's tenant. */
    public CommandReplies.Versioned of(Principal caller, S state) {
        BiFunction<String, S, Object> shown = caller.keptTo() == null ? json : toShoppers;
        return CommandReplies.Versioned.of(version.applyAsLong(state), shown.apply(caller.tenant(), state));
    }
}
