package com.fusioncommerce.workloads.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Sends requests, and retries them on transient failures. */
final class Transport {
    static final ObjectMapper JSON = new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private static final int ACCEPTED = 202;
    private static final int FIRST_ERROR = 300;
    private static final long SHORTEST_WAIT_MS = 50;
    private static final long LONGEST_WAIT_MS = 2_000;

    private final ClientSettings settings;
    private final HttpClient http;
    private final InFlight inFlight;

    Transport(ClientSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        this.inFlight = new InFlight(settings.inFlight());
    }

    CompletableFuture<Answer> get(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a command; the idempotency key makes all retries one command. */
    CompletableFuture<Answer> send(String method, String path, Object body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .method(method, json(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.api() + path))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + settings.token());
    }

    private CompletableFuture<Answer> send(HttpRequest request) {
        return inFlight.run(
                () -> attempt(request, System.nanoTime() + settings.patience().toNanos(), 0));
    }

    private CompletableFuture<Answer> attempt(HttpRequest request, long deadline, int attempt) {
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenCompose(response -> answered(request, response, deadline, attempt))
                .exceptionallyCompose(failure -> failed(request, failure, deadline, attempt));
    }

    private CompletableFuture<Answer> answered(
            HttpRequest request, HttpResponse<byte[]> response, long deadline, int attempt) {
        int status = response.statusCode();
        JsonNode body = parsed(response.body());
        if (status < FIRST_ERROR && status != ACCEPTED) {
            return CompletableFuture.completedFuture(new Answer(status, body));
        }
        ApiProblem problem = status == ACCEPTED
                ? new ApiProblem(status, "pending", "the command has not been decided yet", List.of())
                : ApiProblem.of(status, body);
        boolean passes = status == ACCEPTED || problem.passes();
        if (passes && System.nanoTime() - deadline < 0) {
            return later(request, waitOf(response, attempt), deadline, attempt);
        }
        return CompletableFuture.failedFuture(new ApiException(name(request), problem));
    }

    private CompletableFuture<Answer> failed(HttpRequest request, Throwable failure, long deadline, int attempt) {
        Throwable cause = Results.cause(failure);
        if (!(cause instanceof IOException)) {
            return CompletableFuture.failedFuture(cause);
        }
        if (System.nanoTime() - deadline < 0) {
            return later(request, backoff(attempt), deadline, attempt);
        }
        return CompletableFuture.failedFuture(new ApiUnreachableException(name(request), cause));
    }

    private CompletableFuture<Answer> later(HttpRequest request, Duration wait, long deadline, int attempt) {
        return new CompletableFuture<Void>()
                .completeOnTimeout(null, wait.toMillis(), MILLISECONDS)
                .thenCompose(now -> attempt(request, deadline, attempt + 1));
    }

    /** The API's {@code Retry-After}, at most our own longest wait: the header counts whole seconds. */
    private static Duration waitOf(HttpResponse<?> response, int attempt) {
        Duration own = backoff(attempt);
        long asked = response.headers().firstValueAsLong("Retry-After").orElse(0) * 1_000;
        return asked == 0 ? own : Duration.ofMillis(Math.min(asked, Math.max(own.toMillis(), SHORTEST_WAIT_MS)));
    }

    /** Doubles with each attempt up to a bound; jitter keeps clients from retrying at the same time. */
    private static Duration backoff(int attempt) {
        long bound = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS << Math.min(attempt, 6));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound / 2, bound + 1));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + body.getClass(), e);
        }
    }

    private static String name(HttpRequest request) {
        return request.method() + " " + request.uri().getPath();
    }
}
