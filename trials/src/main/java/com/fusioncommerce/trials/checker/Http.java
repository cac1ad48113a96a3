package com.fusioncommerce.trials.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Client of JSON over HTTP. */
final class Http {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String base;

    Http(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** An answer; the body is a missing node if it is not JSON. */
    record Answer(int status, JsonNode body) {
        static final Answer NONE = new Answer(0, JSON.missingNode());

        boolean ok() {
            return status == 200;
        }

        /** Whether the error is transient, so that a retry may succeed. */
        boolean passes() {
            return status == 0 || status == 429 || status >= 500;
        }
    }

    /** Sends a GET with a bearer token; {@link Answer#NONE} if there is no answer. */
    CompletableFuture<Answer> get(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Http::answer)
                .exceptionally(failure -> Answer.NONE);
    }

    /** Posts JSON; {@link Answer#NONE} if there is no answer. */
    Answer post(String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Http::answer)
                .exceptionally(failure -> Answer.NONE)
                .join();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            return new Answer(response.statusCode(), JSON.missingNode());
        }
    }
}
