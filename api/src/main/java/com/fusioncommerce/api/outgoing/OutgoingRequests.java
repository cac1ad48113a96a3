package com.fusioncommerce.api.outgoing;

import com.fusioncommerce.api.threads.ByteBudget;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * HTTP client for the platform's other servers. Each request has a deadline for the whole answer and a maximum answer
 * size.
 */
public final class OutgoingRequests {
    /** Maximum bytes of one answer: well below the bound per address for answers to clients. */
    public static final int MOST_BYTES = 8 << 20;

    private final HttpClient client;
    private final Duration deadline;

    /**
     * Creates a client.
     *
     * @param connect timeout of connecting
     * @param deadline deadline of a request, to the last byte of its answer
     * @param executor runs the callbacks of answers
     */
    public OutgoingRequests(Duration connect, Duration deadline, Executor executor) {
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .executor(executor)
                .build();
    }

    /**
     * Sends a request; fails with a {@link java.util.concurrent.TimeoutException} after the deadline, with a
     * {@link TooManyBytesException} above {@link #MOST_BYTES}, and with the share's problem if the budget is exhausted.
     *
     * @param share budget share for the answer's bytes, held as long as the caller needs them
     */
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request, ByteBudget.Share share) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.timeout(deadline).build(), head -> new BoundedBody(MOST_BYTES, share));
        // The request's own timeout covers the answer's head only; cancelling the request also closes its connection.
        return answer.copy()
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> answer.cancel(true));
    }
}
