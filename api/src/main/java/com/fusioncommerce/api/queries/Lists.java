package com.fusioncommerce.api.queries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.PeerProof.Question;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Lists that lie spread over all instances: each is asked for a page of its part, and the pages are merged by key. Each
 * says which partitions it covers, and as long as not all are covered the list waits, for a bounded time, and then fails:
 * a list with holes would look like a whole one.
 */
public final class Lists {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final Queries queries;
    private final HostAddress self;
    private final Peers peers;
    private final Retries retries;

    /** A row: its key in the list, without the tenant, and what is shown of it. */
    public record Row(String key, Object item) {}

    /** Rows, and the partitions that they are all of. */
    private record Slice(List<Row> rows, Set<Integer> partitions) {
        static final Slice NOTHING = new Slice(List.of(), Set.of());
    }

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

    /** Lists through these queries of the instance {@code self}; waits and asks others on {@code executor}, as {@code proof} proves. */
    public Lists(Queries queries, HostAddress self, Executor executor, PeerProof proof) {
        this.queries = queries;
        this.self = self;
        this.peers = new Peers(executor, proof);
        this.retries = Retries.whileStateMoves(executor);
    }

    /**
     * Answers a call with a page.
     *
     * @param list names the list, so that a cursor of another one is not taken
     * @param store where the rows lie
     */
    public CompletableFuture<Reply> list(Call call, String list, StoreRef<?> store, Part part) {
        int limit = call.limit(DEFAULT_LIMIT, MAX_LIMIT);
        String after =
                call.query("cursor").map(cursor -> Cursor.decode(list, cursor)).orElse(null);
        Reads.token(call);
        if (peers.question(call).isPresent()) {
            return Reply.ok(here(store, part, after, limit)).now();
        }
        return retries.run(() -> gathered(call, store, part, after, limit))
                .thenApply(rows -> page(list, rows, limit))
                .exceptionally(failure -> {
                    throw NotNow.isCauseOf(failure) ? unavailable() : new CompletionException(failure);
                });
    }

    /** What this instance has; nothing while it serves nothing. */
    private Slice here(StoreRef<?> store, Part part, String after, int limit) {
        try {
            Set<Integer> before = queries.partitions(store);
            List<Row> rows = part.page(after, limit + 1);
            Set<Integer> covered = new HashSet<>(queries.partitions(store));
            covered.retainAll(before);
            return new Slice(rows, covered);
        } catch (UnavailableException e) {
            return Slice.NOTHING;
        }
    }

    private CompletableFuture<List<Row>> gathered(Call call, StoreRef<?> store, Part part, String after, int limit) {
        List<CompletableFuture<Slice>> slices = new ArrayList<>();
        for (HostAddress host : queries.hosts()) {
            if (!host.equals(self)) {
                slices.add(peers.get(host, call.target(), Question.PART, call).handle(Lists::slice));
            }
        }
        slices.add(CompletableFuture.completedFuture(here(store, part, after, limit)));
        return CompletableFuture.allOf(slices.toArray(CompletableFuture[]::new))
                .thenApply(done -> merged(slices, store.routedBy().partitions(), limit));
    }

    /** One row a key: while a partition moves, two instances may have it. */
    private static List<Row> merged(List<CompletableFuture<Slice>> slices, int partitions, int limit) {
        Set<Integer> covered = new HashSet<>();
        Map<String, Row> rows = new TreeMap<>();
        for (CompletableFuture<Slice> slice : slices) {
            covered.addAll(slice.join().partitions());
            slice.join().rows().forEach(row -> rows.putIfAbsent(row.key(), row));
        }
        if (covered.size() < partitions) {
            throw new NotNow("only partitions " + covered + " of " + partitions + " answered");
        }
        return rows.values().stream().limit(limit + 1L).toList();
    }

    /** What another instance answered; nothing if it did not. */
    private static Slice slice(Reply reply, Throwable failure) {
        if (failure != null || reply.status() != 200) {
            return Slice.NOTHING;
        }
        try {
            JsonNode slice = Json.read(reply.body());
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : slice.path("rows")) {
                rows.add(new Row(row.path("key").textValue(), row.path("item")));
            }
            Set<Integer> partitions = new HashSet<>();
            slice.path("partitions").forEach(partition -> partitions.add(partition.intValue()));
            return new Slice(rows, partitions);
        } catch (IOException e) {
            return Slice.NOTHING;
        }
    }

    private static Reply page(String list, List<Row> rows, int limit) {
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next =
                rows.size() > limit ? Cursor.encode(list, shown.get(limit - 1).key()) : null;
        return Reply.ok(new Page(shown.stream().map(Row::item).toList(), next));
    }

    private static ProblemException unavailable() {
        return Problem.retryable(ProblemType.STATE_UNAVAILABLE, "The state is moving between instances.", 1)
                .raised();
    }
}
