package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.api.fuzz.ApiDocument;
import com.fusioncommerce.api.fuzz.FuzzRun;
import com.fusioncommerce.api.fuzz.RequestGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fuzz test with thousands of requests generated from the OpenAPI document, many of them invalid: every answer has a
 * status, a media type and a body that the document declares, and none is a failure of the server. {@code -Dfuzz.seed}
 * and {@code -Dfuzz.requests} set the seed and the number.
 */
@ExtendWith(ApiExtension.class)
class OpenApiFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 4217);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
    private static final int CONNECTIONS = 16;

    private final ApiExtension.Shared shared;
    private final ApiDocument document;

    OpenApiFuzzTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.document = new ApiDocument(shared.document());
    }

    @Test
    void every_request_has_the_answer_that_the_document_gives_it() throws Exception {
        ApiClient client = shared.newTenant();
        List<String> tokens = tokens(client.tenant());
        Map<String, List<String>> known = known(
                client, tokens.get(0), shared.platform().commandToken(client.tenant()), putAside(client.tenant()));
        FuzzRun run = new FuzzRun(shared.api().port(), document);
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Random random = new Random(SEED * CONNECTIONS + i);
                RequestGenerator generator = new RequestGenerator(document, random, known, tokens);
                running.add(connections.submit(() -> {
                    run.send(generator, REQUESTS / CONNECTIONS);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            connections.shutdownNow();
        }

        assertThat(run.failures()).as("seed %d, %d requests", SEED, REQUESTS).isEmpty();
        everythingWasReached(run.answered());
    }

    /** Asserts coverage: a run in which an operation never succeeds tests little of it. */
    private void everythingWasReached(Map<String, Integer> answered) {
        assertThat(answered.keySet())
                .as("%s", new TreeMap<>(answered))
                .containsAll(document.operations().stream()
                        .map(operation -> operation.node().path("operationId").textValue())
                        .filter(id -> !id.equals("getDashboardData"))
                        .map(id -> id + " 2")
                        .toList());
    }

    private List<String> tokens(String tenant) {
        ApiEnvironment platform = shared.platform();
        return List.of(
                platform.token(tenant, ApiEnvironment.OPERATORS_SCOPES, Duration.ofHours(1)),
                platform.token(tenant, List.of(), Duration.ofHours(1)),
                platform.token(tenant, List.of("orders:write", "stock:read"), Duration.ofHours(1)),
                platform.token(tenant + "-2", ApiEnvironment.ALL_SCOPES, Duration.ofHours(1)));
    }

    private List<String> putAside(String tenant) {
        return Stream.generate(() -> PutAside.cancellation(shared.platform(), tenant))
                .limit(4)
                .toList();
    }

    private static Map<String, List<String>> known(
            ApiClient client, String token, String command, List<String> deadLetters) {
        List<String> skus = List.of("mug", "tea pot", "85123A", "A+B@c:d");
        List<String> ids = new ArrayList<>(deadLetters);
        Answer placed = null;
        for (String sku : skus) {
            client.post(
                    "/v1/products",
                    "{\"sku\":\"" + sku + "\",\"name\":\"N\",\"unitPrice\":\"2.5\",\"currency\":\"GBP\"}");
            client.put("/v1/stock/main/" + sku.replace(" ", "%20"), "{\"onHand\":1000000}");
            placed = client.order(sku, 1);
            ids.add(placed.json().path("orderId").textValue());
        }
        String page = client.get("/v1/products?limit=1").json().path("next").asText();
        return Map.ofEntries(
                Map.entry("sku", skus),
                Map.entry("id", ids),
                Map.entry("pool", List.of("main", "main", "east", "west")),
                Map.entry("to", List.of("main", "east")),
                Map.entry("customerId", List.of("c1", "c2")),
                Map.entry("customer", List.of("c1", "c2")),
                Map.entry("currency", List.of("GBP")),
                Map.entry("country", List.of("GB")),
                Map.entry("cursor", List.of(page)),
                Map.entry("file", List.of("charts.js", "favicon.svg")),
                Map.entry("types", List.of("order.created", "order.created,order.confirmed")),
                Map.entry("asOf", List.of("2999-01-01T00:00:00Z", "2001-01-01T00:00:00Z")),
                Map.entry("Consistency-Token", List.of(placed.header("Consistency-Token"))),
                Map.entry("token", List.of(token, command)));
    }
}
