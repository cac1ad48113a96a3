package com.fusioncommerce.api.queries;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.PeerProof.Question;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.UnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lists over the partitions of all instances: each instance returns a page of its part, and the pages are merged by
 * key. Each slice names the partitions it covers; while some are missing the list retries, for a bounded time, and then
 * fails: an incomplete list would look complete. A page ends at its limit or at a mebibyte, whichever comes first.
 */
public final class Lists {
    /** Default number of rows of a page. */
    public static final int DEFAULT_LIMIT = 50;

    /** Maximum rows of a page. */
    public static final int MAX_LIMIT = 500;

    private final Queries queries;
    private final HostAddress self;
    private final Peers peers;
    private final Retries retries;
    private final ByteBudget answers;

    /**
     * A row of a list.
     *
     * @param key key in the list, without the tenant
     * @param item the row's value in the answer; null if a filter excludes the row
     */
    public record Row(String key, Object item) {}

    /** The part of a list on this instance. */
    @FunctionalInterface
    public interface Part {
        /**
         * Visits the rows, ordered by key.
         *
         * @param after key after which to begin, null for the beginning
         * @param goesOn consumes a row and returns whether to continue
         * @throws UnavailableException if the state is not on this instance yet
         */
        void visit(String after, Predicate<Row> goesOn);
    }

    /**
     * Creates lists over the queries of the instance {@code self}; retries and requests to other instances run on
     * {@code executor}, signed by {@code proof}, with a budget for their answers.
     */
    public Lists(Queries queries, HostAddress self, Executor executor, PeerProof proof, ByteBudget answers) {
        this.answers = answers;
        this.queries = queries;
        this.self = self;
        this.peers = new Peers(executor, proof);
        this.retries = Retries.whileStateMoves(executor);
    }

    /**
     * Answers a call with a page.
     *
     * @param list name of the list, to which its cursors are bound
     * @param store store of the rows
     */
    public CompletableFuture<Reply> list(Call call, String list, StoreRef<?> store, Part part) {
        int limit = call.limit(DEFAULT_LIMIT, MAX_LIMIT);
        String after =
                call.query("cursor").map(cursor -> Cursor.decode(list, cursor)).orElse(null);
        Reads.token(call);
        if (peers.question(call).isPresent()) {
            return here(store, part, after, limit).reply().now();
        }
        return retries.run(() -> gathered(call, store, part, after, limit))
                .thenApply(rows -> rows.page(list))
                .exceptionally(failure -> {
                    throw NotNow.isCauseOf(failure)
                            ? unavailable()
                            : ByteBudget.refusal(failure)
                                    .<RuntimeException>map(refused -> refused)
                                    .orElseGet(() -> new CompletionException(failure));
                });
    }

    /** This instance's slice; empty while it hosts no partition. */
    private Slice here(StoreRef<?> store, Part part, String after, int limit) {
        try {
            Set<Integer> before = queries.partitions(store);
            PageRows rows = new PageRows(limit);
            part.visit(
                    after,
                    row -> row.item() == null ? rows.passOver(row.key()) : rows.add(row.key(), Json.write(row.item())));
            Set<Integer> covered = new HashSet<>(queries.partitions(store));
            covered.retainAll(before);
            return new Slice(rows, covered);
        } catch (UnavailableException e) {
            return Slice.NOTHING;
        }
    }

    private CompletableFuture<PageRows> gathered(Call call, StoreRef<?> store, Part part, String after, int limit) {
        ByteBudget.Share share = answers.share(call.principal().holder());
        return all(
                        share,
                        queries.hosts().stream().filter(host -> !host.equals(self)),
                        host -> peers.get(host, call.target(), Question.PART, call, share)
                                .handle(Slice::of),
                        () -> here(store, part, after, limit))
                .thenApply(slices -> merged(slices, store.routedBy().partitions(), limit));
    }

    /** All slices, read in parallel by all instances. Closes the share. */
    static CompletableFuture<List<Slice>> all(
            ByteBudget.Share share,
            Stream<HostAddress> others,
            Function<HostAddress, CompletableFuture<Slice>> ask,
            Supplier<Slice> own) {
        try {
            List<CompletableFuture<Slice>> slices =
                    new ArrayList<>(others.map(ask).toList());
            slices.add(CompletableFuture.completedFuture(own.get()));
            return CompletableFuture.allOf(slices.toArray(CompletableFuture[]::new))
                    .thenApply(
                            done -> slices.stream().map(CompletableFuture::join).toList())
                    .whenComplete((all, failure) -> share.close());
        } catch (RuntimeException | Error e) {
            share.close();
            throw e;
        }
    }

    private static PageRows merged(List<Slice> all, int partitions, int limit) {
        Set<Integer> covered = new HashSet<>();
        all.forEach(slice -> covered.addAll(slice.partitions()));
        if (covered.size() < partitions) {
            throw new NotNow("only partitions " + covered + " of " + partitions + " answered");
        }
        return PageRows.merged(all.stream().map(Slice::rows).toList(), limit);
    }

    private static ProblemException unavailable() {
        return Problem.retryable(ProblemType.STATE_UNAVAILABLE, "The state is moving between instances.", 1)
                .raised();
    }
}
