package com.fusioncommerce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.fuzz.Step;
import com.fusioncommerce.api.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** Client of the API for one tenant. */
final class ApiClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String tenant;
    private final String token;

    ApiClient(int port, String tenant, String token) {
        this.port = port;
        this.tenant = tenant;
        this.token = token;
    }

    /** An answer of the API. */
    record Answer(HttpResponse<byte[]> response) implements Step.Reply {
        @Override
        public int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        @Override
        public JsonNode json() {
            try {
                return Json.read(body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The problem's code; also checks it against the status and media type. */
        String problem() {
            Assertions.assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            Assertions.assertThat(json().path("status").intValue()).isEqualTo(status());
            return json().path("code").textValue();
        }

        @Override
        public String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }
    }

    String tenant() {
        return tenant;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A client of the same tenant for another instance. */
    ApiClient at(Api api) {
        return new ApiClient(api.port(), tenant, token);
    }

    /** A client of the same API with another token, or none if null. */
    ApiClient with(String otherToken) {
        return new ApiClient(port, tenant, otherToken);
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends steps as this tenant. */
    Step.Sender sender() {
        return (method, path, body, headers) -> {
            HttpRequest.Builder request = request(path, headers.toArray(String[]::new));
            if (body == null) {
                return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
            }
            return send(request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        };
    }

    /** Creates a product and stock of it in the main pool, so that it can be ordered. */
    void stocked(String sku, String unitPrice, long onHand) {
        Answer product = post(
                "/v1/products",
                "{\"sku\":\"%s\",\"name\":\"Product %s\",\"unitPrice\":\"%s\",\"currency\":\"GBP\"}"
                        .formatted(sku, sku, unitPrice));
        Assertions.assertThat(product.status()).isEqualTo(201);
        Answer stock = put("/v1/stock/main/" + sku, "{\"onHand\":%d}".formatted(onHand));
        Assertions.assertThat(stock.status()).isEqualTo(200);
    }

    /** Places an order of one line, once all instances have the price. */
    Answer order(String sku, long quantity, String... headers) {
        String body = "{\"customerId\":\"c1\",\"country\":\"GB\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}"
                .formatted(sku, quantity);
        Answer[] answer = new Answer[1];
        Await.until("the product can be ordered", Duration.ofSeconds(10), () -> {
            answer[0] = post("/v1/orders", body, headers);
            return !answer[0].text().contains("unknown_sku");
        });
        return answer[0];
    }
}
