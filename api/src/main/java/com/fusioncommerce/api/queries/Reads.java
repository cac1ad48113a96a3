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
 * Reads of one key, answered by the instance that has it: in process where that is this one, otherwise by asking the
 * active and then the copies that follow it. While state is on its way from one instance to another the read waits, for
 * a bounded time.
 *
 * <p>What the active copy says is never older than any answer that was given. Other copies are asked only while it does
 * not answer, and where a read brings a consistency token, they answer only if they have what the token stands for.
 */
public final class Reads {
    /** Header with the token of what a command did. */
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
         * @param copies which copies will do
         * @throws UnavailableException if the state is not here
         */
        CompletableFuture<Reply> answer(Copies copies);
    }

    /**
     * Reads through these queries; waits and asks others on {@code executor}, as {@code proof} proves, and holds their answers
     * within a budget.
     */
    public Reads(Queries queries, Executor executor, PeerProof proof, ByteBudget answers) {
        this.answers = answers;
        this.queries = queries;
        this.peers = new Peers(executor, proof);
        this.retries = Retries.whileStateMoves(executor);
    }

    /** How many reads were passed on to other instances. */
    public long forwarded() {
        return peers.asked();
    }

    /** Answers the call itself, a GET, from where a key lies. */
    public CompletableFuture<Reply> read(Call call, StoreRef<?> store, String key, Local local) {
        return read(call, call::target, store, key, local);
    }

    /**
     * Answers from where a key lies.
     *
     * @param target path under which another instance answers the same
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

    /** Whether another instance asks with this call for what lies here, rather than a client. */
    public boolean isPassedOn(Call call) {
        return peers.question(call).isPresent();
    }

    /**
     * The consistency token that a call brings, or null.
     *
     * @throws ProblemException if it is none of ours
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

    /** Passed on by another instance: answered here or not at all, so that no request goes round in circles. */
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

    /** A copy that is to become the active one counts as a standby until it has caught up. */
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
