package com.fusioncommerce.api.deadletters;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Asynchronous access to the dead letters: the box blocks and is single-threaded, so it runs on its own thread. */
public final class DeadLetterDesk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final Bulkhead thread = new Bulkhead("dead-letters", 1, 64);

    /** The box of dead letters, opened at the first request, since requests are rare. */
    private DeadLetterBox box;

    /** Access to the dead letters on these brokers. */
    public DeadLetterDesk(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    CompletableFuture<Reply> ask(Call call, BiFunction<DeadLetterBox, Patience, Reply> question) {
        Patience patience = Patience.of(PATIENCE, call::isAbandoned);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        patience.require();
                        return answer(question, patience);
                    } catch (UnavailableException | CancellationException e) {
                        throw Problem.retryable(ProblemType.STATE_UNAVAILABLE, "The log did not answer in time.", 1)
                                .raised();
                    }
                },
                thread.of(call.principal().holder()));
    }

    private synchronized Reply answer(BiFunction<DeadLetterBox, Patience, Reply> question, Patience patience) {
        if (box == null) {
            box = new DeadLetterBox(bootstrapServers);
        }
        return question.apply(box, patience);
    }

    @Override
    public void close() {
        thread.close();
        synchronized (this) {
            if (box != null) {
                box.close();
            }
        }
    }
}
