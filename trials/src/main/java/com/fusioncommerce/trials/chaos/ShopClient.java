package com.fusioncommerce.trials.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Sends one attempt of a request to one API node. Safe for threads. */
final class ShopClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DECIDED = "Consistency-Token";
    private static final int ACCEPTED_FOR_LATER = 202;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final List<URI> nodes;
    private final String token;

    ShopClient(List<URI> nodes, String token, Executor executor) {
        this.nodes = List.copyOf(nodes);
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(executor)
                .build();
    }

    /**
     * An answer, or none.
     *
     * @param status HTTP status, 0 if there was no answer
     * @param isFinal whether the request is done: a read succeeded, a command was decided
     */
    record Answer(int status, JsonNode body, boolean isFinal) {
        static final Answer NONE = new Answer(0, MissingNode.getInstance(), false);
    }

    int nodes() {
        return nodes.size();
    }

    /** Sends a request to a node, counted from 0; the future never fails. */
    CompletableFuture<Answer> ask(int node, ShopRequest request, Duration timeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(nodes.get(node) + request.path()))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        if (!request.isRead()) {
            builder.header("Content-Type", "application/json")
                    .header("Idempotency-Key", request.id())
                    .header("X-Correlation-Id", request.id());
        }
        return http.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> answer(request, response))
                .exceptionally(failure -> Answer.NONE);
    }

    private static Answer answer(ShopRequest request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        boolean decided = response.headers().firstValue(DECIDED).isPresent() && status != ACCEPTED_FOR_LATER;
        // An acknowledged order must exist: a 404 is no final answer to a read.
        boolean read = request.isRead() && status < NOT_FOUND;
        try {
            return new Answer(status, JSON.readTree(response.body()), decided || read);
        } catch (IOException e) {
            return new Answer(status, MissingNode.getInstance(), false);
        }
    }
}
