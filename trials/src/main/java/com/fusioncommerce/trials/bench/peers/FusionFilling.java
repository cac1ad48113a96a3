package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.peers.Journey.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Fills our catalogue and stock through the API, as the peers' own scripts fill theirs. */
final class FusionFilling {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int THREADS = 64;
    private static final int FIRST_ERROR = 300;
    private static final int CONFLICT = 409;
    private static final Set<Integer> BUSY = Set.of(202, 429, 503);
    private static final int PAGES = 50;

    private final URI api;
    private final String token;
    private final Map<String, String> authorized;

    FusionFilling(URI api, String token) {
        this.api = api;
        this.token = token;
        this.authorized = Map.of("Authorization", "Bearer " + token);
    }

    /** Returns when every product can be ordered; writes the adapter's parameters to {@code seed}. */
    void fill(Path seed) throws Exception {
        List<Goods.Variant> all = new ArrayList<>(Goods.variants());
        for (int hot = 1; hot <= Goods.HOT; hot++) {
            all.add(new Goods.Variant("HOT-" + hot, "Hot " + hot, "Hot item", 10, "hot", "brand0", "S"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int part = 0; part < THREADS; part++) {
                int first = part;
                parts.add(threads.submit(() -> {
                    offer(all, first);
                    return null;
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        try (HttpConnection http = new HttpConnection(api)) {
            awaitOrderable(http);
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("variants", Goods.VARIANTS);
            known.put("cursors", Map.of("20", cursors(http, 20), "40", cursors(http, 40)));
            Files.writeString(seed, Json.write(known));
        }
    }

    private void offer(List<Goods.Variant> all, int first) {
        try (HttpConnection http = new HttpConnection(api)) {
            for (int i = first; i < all.size(); i += THREADS) {
                Goods.Variant variant = all.get(i);
                tell(http, "POST", "/v1/products", "fill:" + variant.sku(), product(variant));
                long stock = variant.category().equals("hot") ? Goods.SCARCE : Goods.PLENTY;
                String path = "/v1/stock/main/" + variant.sku();
                tell(http, "PUT", path, "fill:stock:" + variant.sku(), Json.write(Map.of("onHand", stock)));
            }
        }
    }

    /** Sends a command, and retries it with the same idempotency key while the shop is busy. */
    private void tell(HttpConnection http, String method, String path, String key, String json) {
        Map<String, String> headers = new LinkedHashMap<>(authorized);
        headers.put("Idempotency-Key", key);
        Await.until(key + " was taken", PATIENCE, () -> {
            try {
                return isTaken(http.send(method, path, headers, json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether the command is done; a conflict counts too, since an attached platform was filled before. */
    private static boolean isTaken(HttpAnswer answer) throws IOException {
        if (BUSY.contains(answer.status())) {
            return false;
        }
        if (answer.status() != CONFLICT) {
            done(answer);
        }
        return true;
    }

    private static String product(Goods.Variant variant) {
        return Json.write(Map.of(
                "sku", variant.sku(),
                "name", variant.name(),
                "description", variant.description(),
                "unitPrice", variant.price() + ".00",
                "currency", "EUR",
                "attributes",
                        Map.of("category", variant.category(), "brand", variant.brand(), "size", variant.size())));
    }

    private static void done(HttpAnswer answer) throws IOException {
        if (answer.status() >= FIRST_ERROR) {
            throw new IOException("the shop could not be filled: " + answer.status() + " " + answer.body());
        }
    }

    /** Waits for prices, which orders see some milliseconds after the product's creation was answered. */
    private void awaitOrderable(HttpConnection http) {
        Journey probe = new FusionJourney(token, 2);
        for (int variant = 0; variant < Goods.VARIANTS; variant += Goods.VARIANTS / 20) {
            long number = variant;
            Await.until("variant " + variant + " can be ordered", PATIENCE, () -> {
                try {
                    probe.order(http, number);
                    return true;
                } catch (RefusedException e) {
                    return false;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Cursors of the first pages; null for the first one. */
    private List<String> cursors(HttpConnection http, int limit) throws IOException {
        List<String> cursors = new ArrayList<>();
        String cursor = null;
        do {
            cursors.add(cursor);
            HttpAnswer answer =
                    http.get("/v1/products?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor), authorized);
            done(answer);
            JsonNode next = Json.of(answer).path("next");
            cursor = next.isTextual() ? next.textValue() : null;
        } while (cursor != null && cursors.size() < PAGES);
        return cursors;
    }
}
