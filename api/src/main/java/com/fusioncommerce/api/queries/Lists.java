package com.fusioncommerce.api.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Lists that lie spread over all instances: each is asked for a page of its part, and the pages are merged by key. A part
 * that does not answer fails the list, since a list with holes would look like a whole one.
 */
public final class Lists {
    /** Header by which an instance asks another for its own part only. */
    static final String SCOPE = "Fusion-Scope";

    /** Its value. */
    static final String LOCAL = "local";

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final Queries queries;
    private final HostAddress self;
    private final Peers peers;
    private final Retries retries;

    /** A row: its key in the list, without the tenant, and what is shown of it. */
    public record Row(String key, Object item) {}

    /** The part of a list that is on this instance. */
    @FunctionalInterface
    public interface Part {
        /**
         * A page, ordered by key.
         *
         * @param after key of the row before the page, null for the first
         * @throws UnavailableException if the state is not here yet
         */
        List<Row> page(String after, int limit);
    }

    /** A page as clients see it: its items, and the cursor of the next page, null after the last. */
    private record Page(
            List<Object> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next) {}

    /** Lists through these queries of the instance {@code self}; waits and asks others on {@code executor}. */
    public Lists(Queries queries, HostAddress self, Executor executor) {
        this.queries = queries;
        this.self = self;
        this.peers = new Peers(executor);
        this.retries = Retries.whileStateMoves(executor);
    }

    /**
     * Answers a call with a page.
     *
     * @param list names the list, so that a cursor of another one is not taken
     */
    public CompletableFuture<Reply> list(Call call, String list, Part part) {
        int limit = call.limit(DEFAULT_LIMIT, MAX_LIMIT);
        String after =
                call.query("cursor").map(cursor -> Cursor.decode(list, cursor)).orElse(null);
        Reads.token(call);
        if (call.header(SCOPE).filter(LOCAL::equals).isPresent()) {
            return local(part, after, limit);
        }
        return retries.run(() -> gathered(call, part, after, limit))
                .thenApply(rows -> page(list, rows, limit))
                .exceptionally(failure -> {
                    throw NotNow.isCauseOf(failure)
                            ? unavailable()
                            : new java.util.concurrent.CompletionException(failure);
                });
    }

    private static CompletableFuture<Reply> local(Part part, String after, int limit) {
        try {
            return Reply.ok(Map.of("rows", part.page(after, limit + 1))).now();
        } catch (UnavailableException e) {
            throw unavailable();
        }
    }

    private CompletableFuture<List<Row>> gathered(Call call, Part part, String after, int limit) {
        List<CompletableFuture<List<Row>>> parts = new ArrayList<>();
        try {
            for (HostAddress host : queries.hosts()) {
                if (!host.equals(self)) {
                    parts.add(peers.getLocal(host, call.target(), call).handle(Lists::rows));
                }
            }
            parts.add(CompletableFuture.completedFuture(part.page(after, limit + 1)));
        } catch (UnavailableException e) {
            return CompletableFuture.failedFuture(new NotNow(e.getMessage()));
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).thenApply(done -> parts.stream()
                .flatMap(rows -> rows.join().stream())
                .sorted(Comparator.comparing(Row::key))
                .limit(limit + 1L)
                .toList());
    }

    private static List<Row> rows(Reply reply, Throwable failure) {
        if (failure != null || reply.status() != 200) {
            throw new NotNow("an instance did not answer for its part");
        }
        try {
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : Json.read(reply.body()).path("rows")) {
                rows.add(new Row(row.path("key").textValue(), row.path("item")));
            }
            return rows;
        } catch (IOException e) {
            throw new NotNow("an instance answered something else");
        }
    }

    private static Reply page(String list, List<Row> rows, int limit) {
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next =
                rows.size() > limit ? Cursor.encode(list, shown.get(limit - 1).key()) : null;
        return Reply.ok(new Page(shown.stream().map(Row::item).toList(), next));
    }

    private static com.fusioncommerce.api.problem.ProblemException unavailable() {
        return Problem.retryable(ProblemType.STATE_UNAVAILABLE, "The state is moving between instances.", 1)
                .raised();
    }
}
