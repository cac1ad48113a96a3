package com.fusioncommerce.trials.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.trials.checker.Acknowledgement;
import com.fusioncommerce.trials.checker.Acknowledgement.Kind;
import java.util.Map;

/**
 * A request to the API.
 *
 * @param method HTTP method
 * @param path from the API's root
 * @param body JSON, or empty
 * @param id correlation id and idempotency key of a command; empty for reads
 * @param kind of a command, null for reads
 * @param key {@code tenant/id} of the target; of a new order the tenant alone, until it is answered
 * @param units of an order, by SKU
 * @param amount of stock
 */
record ShopRequest(
        String method,
        String path,
        String body,
        String id,
        Kind kind,
        String key,
        Map<String, Long> units,
        long amount) {
    private static final int FIRST_REFUSAL = 300;

    static ShopRequest read(String path) {
        return new ShopRequest("GET", path, "", "", null, "", Map.of(), 0);
    }

    static ShopRequest command(String method, String path, JsonNode body, String id, Kind kind, String key) {
        return new ShopRequest(method, path, body.toString(), id, kind, key, Map.of(), 0);
    }

    ShopRequest of(Map<String, Long> asked) {
        return new ShopRequest(method, path, body, id, kind, key, asked, amount);
    }

    ShopRequest of(long units1) {
        return new ShopRequest(method, path, body, id, kind, key, units, units1);
    }

    boolean isRead() {
        return kind == null;
    }

    /** The acknowledgement of an answer. */
    Acknowledgement acknowledged(int status, JsonNode answer, long at) {
        boolean done = status < FIRST_REFUSAL;
        String about =
                done && kind == Kind.ORDER ? key + "/" + answer.path("orderId").asText() : key;
        return new Acknowledgement(
                id, kind, about, status, done ? "" : answer.path("code").asText(), units, amount, at);
    }
}
