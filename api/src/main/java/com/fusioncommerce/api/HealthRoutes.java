package com.fusioncommerce.api;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What whoever runs the process asks: does it live, does it serve, how does it do. */
final class HealthRoutes {
    /** What is answered whatever the server is busy with. */
    static final Set<String> PATHS = Set.of("/health/live", "/health/ready", "/metrics");

    private final Supplier<List<String>> notReady;
    private final Metrics metrics;

    HealthRoutes(Supplier<List<String>> notReady, Metrics metrics) {
        this.notReady = notReady;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health/live", Access.open(), call -> Reply.ok(Map.of("status", "live"))
                        .now()),
                Route.get("/health/ready", Access.open(), call -> ready()),
                Route.get("/metrics", Access.open(), call -> Reply.text(200, Metrics.CONTENT_TYPE, metrics.scrape())
                        .now()));
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
