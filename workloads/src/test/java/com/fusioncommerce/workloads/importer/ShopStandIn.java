package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.client.ApiStandIn.Asked;
import com.fusioncommerce.workloads.client.ApiStandIn.Behaviour;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stand-in for the API's orders: each idempotency key is one command, each id one order. */
final class ShopStandIn implements Behaviour {
    private final Map<String, Reply> answers = new ConcurrentHashMap<>();
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private final Set<String> products = ConcurrentHashMap.newKeySet();

    @Override
    public Reply answer(Asked request) {
        return request.key() == null
                ? question(request)
                : answers.computeIfAbsent(request.method() + request.path() + request.key(), key -> command(request));
    }

    /** Status by id of every order. */
    Map<String, String> orders() {
        return orders;
    }

    Set<String> products() {
        return products;
    }

    /** Forgets all idempotency keys, as after their expiry. */
    void forgetKeys() {
        answers.clear();
    }

    private Reply question(Asked request) {
        String status = orders.get(request.path().replace("/v1/orders/", ""));
        return status == null
                ? new Reply(404, "{\"code\":\"unknown_order\"}")
                : new Reply(200, "{\"status\":\"" + status + "\"}");
    }

    private Reply command(Asked request) {
        if (request.path().equals("/v1/products")) {
            boolean created = products.add(request.body().path("sku").asText());
            return created ? new Reply(201, "{}") : problem("product_exists");
        }
        if (request.path().startsWith("/v1/stock/")) {
            return new Reply(200, "{}");
        }
        if (request.path().equals("/v1/orders")) {
            String id = "main~" + request.body().path("reference").asText();
            boolean placed = orders.putIfAbsent(id, "confirmed") == null;
            return placed ? new Reply(201, "{\"orderId\":\"" + id + "\"}") : problem("order_exists");
        }
        String id = request.path().replace("/v1/orders/", "").replace("/cancel", "");
        boolean cancelled = orders.replace(id, "confirmed", "cancelled");
        return cancelled ? new Reply(200, "{}") : problem("order_not_cancellable");
    }

    private static Reply problem(String code) {
        return new Reply(409, "{\"code\":\"" + code + "\",\"title\":\"No\"}");
    }
}
