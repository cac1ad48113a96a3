package com.fusioncommerce.api.outgoing;

import com.fusioncommerce.api.threads.ByteBudget;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Sends requests to other servers of the platform. Each has a deadline for its whole answer, and a bound on its bytes. */
public final class OutgoingRequests {
    /** The most that one server's answer may have: well below what answers to one address may hold. */
    public static final int MOST_BYTES = 8 << 20;

    private final HttpClient client;
    private final Duration deadline;

    /**
     * A client.
     *
     * @param connect how long a connection may take to be made
     * @param deadline how long a request may take, to the last byte of its answer
     * @param executor runs what becomes of answers
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
     * Sends a request; fails with a {@link java.util.concurrent.TimeoutException} if there is no whole answer in time, and
     * with a {@link TooManyBytesException} if there is more of it than {@link #MOST_BYTES}, and as the share refuses if there
     * is no room for it.
     *
     * @param share holds the answer's bytes, as long as whoever asks needs them
     */
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request, ByteBudget.Share share) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.timeout(deadline).build(), head -> new BoundedBody(MOST_BYTES, share));
        // The request's own timeout ends with the answer's head; one that is given up must not keep its connection.
        return answer.copy()
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> answer.cancel(true));
    }
}
