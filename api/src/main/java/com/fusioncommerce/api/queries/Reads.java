package com.fusioncommerce.api.queries;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.ConsistencyToken;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Location;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.UnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads of one key, answered by the instance that hosts it: in process if that is this one, otherwise by a request to
 * the active copy and then to the standbys. While state moves between instances the read retries, for a bounded time.
 *
 * <p>The active copy is never older than any earlier answer. Standbys are asked only while the active copy does not
 * answer, and with a consistency token they answer only if they have reached its position.
 */
public final class Reads {
    /** Header with the consistency token of a command. */
    public static final String CONSISTENCY_TOKEN = "Consistency-Token";

    private final Queries queries;
    private final Peers peers;
    private final Retries retries;
    private final ByteBudget answers;

    /** Answers from the state on this instance. */
    @FunctionalInterface
    public interface Local {
        /**
         * Answers.
         *
         * @param copies accepted copies
         * @throws UnavailableException if the state is not on this instance
         */
        CompletableFuture<Reply> answer(Copies copies);
    }

    /**
     * Creates reads over these queries; retries and requests to other instances run on {@code executor}, signed by
     * {@code proof}, with a budget for their answers.
     */
    public Reads(Queries queries, Executor executor, PeerProof proof, ByteBudget answers) {
        this.answers = answers;
        this.queries = queries;
        this.peers = new Peers(executor, proof);
        this.retries = Retries.whileStateMoves(executor);
    }

    /** Number of reads forwarded to other instances. */
    public long forwarded() {
        return peers.asked();
    }

    /** Answers a GET call on the instance that hosts a key. */
    public CompletableFuture<Reply> read(Call call, StoreRef<?> store, String key, Local local) {
        return read(call, call::target, store, key, local);
    }

    /**
     * Answers a call on the instance that hosts a key.
     *
     * @param target path of the same read on another instance
     */
    public CompletableFuture<Reply> read(
            Call call, Supplier<String> target, StoreRef<?> store, String key, Local local) {
        Copies others = Copies.any(token(call));
        if (isPassedOn(call)) {
            return here(store, key, others, local);
        }
        return retries.run(() -> attempt(call, target, store, key, others, local))
                .exceptionally(failure -> {
                    throw NotNow.isCauseOf(failure) ? unavailable(others) : wrapped(failure);
                });
    }

    /** Whether another instance forwarded this call. */
    public boolean isPassedOn(Call call) {
        return peers.question(call).isPresent();
    }

    /**
     * The consistency token of a call, or null.
     *
     * @throws ProblemException if the token is invalid
     */
    public static ConsistencyToken token(Call call) {
        return call.header(CONSISTENCY_TOKEN).map(Reads::parse).orElse(null);
    }

    private static ConsistencyToken parse(String text) {
        try {
            return ConsistencyToken.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.INVALID_CONSISTENCY_TOKEN, "Send one as it was received, or none.");
        }
    }

    /** Answers a forwarded call from this instance only: forwarding again could loop. */
    private CompletableFuture<Reply> here(StoreRef<?> store, String key, Copies others, Local local) {
        try {
            return queries.locate(store, key).local() ? activeFirst(others, local) : local.answer(others);
        } catch (UnavailableException e) {
            throw unavailable(others);
        }
    }

    private CompletableFuture<Reply> attempt(
            Call call, Supplier<String> target, StoreRef<?> store, String key, Copies others, Local local) {
        try {
            Location location = queries.locate(store, key);
            if (location.local()) {
                return activeFirst(others, local);
            }
            return ask(call, target.get(), location.hosts(), 0)
                    .exceptionallyCompose(failure -> standby(failure, others, local));
        } catch (UnavailableException e) {
            return CompletableFuture.failedFuture(new NotNow(e.getMessage()));
        }
    }

    /** Answers from the active copy first; one that is still catching up counts as a standby. */
    private static CompletableFuture<Reply> activeFirst(Copies others, Local local) {
        try {
            return local.answer(Copies.ACTIVE);
        } catch (UnavailableException e) {
            return local.answer(others);
        }
    }

    private static CompletableFuture<Reply> standby(Throwable failure, Copies others, Local local) {
        if (!NotNow.isCauseOf(failure)) {
            return CompletableFuture.failedFuture(failure);
        }
        try {
            return local.answer(others);
        } catch (UnavailableException e) {
            return CompletableFuture.failedFuture(new NotNow(e.getMessage()));
        }
    }

    private CompletableFuture<Reply> ask(Call call, String target, List<HostAddress> hosts, int index) {
        if (index == hosts.size()) {
            return CompletableFuture.failedFuture(new NotNow("no instance answered for the key"));
        }
        ByteBudget.Share share = answers.share(call.principal().holder());
        return peers.get(hosts.get(index), target, PeerProof.Question.KEY, call, share)
                .thenApply(Reads::answered)
                .whenComplete((reply, failure) -> share.close())
                .exceptionallyCompose(failure -> ByteBudget.refusal(failure)
                        .map(CompletableFuture::<Reply>failedFuture)
                        .orElseGet(() -> ask(call, target, hosts, index + 1)));
    }

    private static Reply answered(Reply reply) {
        if (reply.status() >= 500) {
            throw new NotNow("an instance could not answer");
        }
        return reply;
    }

    private static ProblemException unavailable(Copies others) {
        return Problem.retryable(
                        others.seen() != null ? ProblemType.STORE_BEHIND : ProblemType.STATE_UNAVAILABLE,
                        "The state is moving between instances.",
                        1)
                .raised();
    }

    private static RuntimeException wrapped(Throwable failure) {
        return failure instanceof RuntimeException runtime ? runtime : new CompletionException(failure);
    }
}
