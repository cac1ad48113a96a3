package com.fusioncommerce.api;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Draft;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Operations for whoever runs the process: liveness, readiness and metrics. */
final class HealthOperations {
    private static final Schema HEALTH = Schema.object()
            .field("status", Schema.words(List.of("live", "ready")))
            .named("Health");

    private final Supplier<List<String>> notReady;
    private final Metrics metrics;

    HealthOperations(Supplier<List<String>> notReady, Metrics metrics) {
        this.notReady = notReady;
        this.metrics = metrics;
    }

    List<Operation> all() {
        return List.of(
                open("getLive", "/health/live", "Does the process live")
                        .answers(Answer.json(200, "It does.", HEALTH))
                        .does((backend, in) ->
                                Reply.ok(Map.of("status", "live")).now()),
                open("getReady", "/health/ready", "Does the process serve")
                        .refuses(ProblemType.NOT_READY)
                        .answers(Answer.json(200, "It does.", HEALTH))
                        .does((backend, in) -> ready()),
                open("getMetrics", "/metrics", "The process in numbers, in Prometheus's form")
                        .answers(Answer.of(200, "Metrics.", "text/plain", Schema.text()))
                        .does((backend, in) -> Reply.text(200, Metrics.CONTENT_TYPE, metrics.scrape())
                                .now()));
    }

    private static Draft open(String id, String path, String words) {
        return Operation.get(id, path)
                .titled(Tag.OPERATIONS, words)
                .open(Access.open())
                .vital();
    }

    private CompletableFuture<Reply> ready() {
        List<String> reasons = notReady.get();
        if (!reasons.isEmpty()) {
            throw Problem.retryable(ProblemType.NOT_READY, String.join("; ", reasons) + ".", 1)
                    .raised();
        }
        return Reply.ok(Map.of("status", "ready")).now();
    }
}
