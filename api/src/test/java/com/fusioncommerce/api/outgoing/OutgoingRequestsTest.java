package com.fusioncommerce.api.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.threads.Holder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutgoingRequestsTest {
    private static final int PATIENCE_S = 20;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final ByteBudget budget = new ByteBudget(3L * OutgoingRequests.MOST_BYTES);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        executor.shutdownNow();
    }

    @Test
    void a_server_that_begins_to_answer_and_hangs_is_given_up() throws Exception {
        CompletableFuture<Socket> accepted = answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");

        assertThatThrownBy(() -> send(Duration.ofSeconds(1)).get(PATIENCE_S, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(TimeoutException.class);
        assertThatItIsClosed(accepted);
    }

    @Test
    void an_answer_with_too_many_bytes_is_given_up_however_long_it_says_that_it_is() throws Exception {
        int most = OutgoingRequests.MOST_BYTES;
        CompletableFuture<Socket> accepted = answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + (most + 1_000_000) + "\r\n\r\n" + "x".repeat(most + 1));

        assertThatThrownBy(() -> send(Duration.ofSeconds(PATIENCE_S)).get(PATIENCE_S, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(TooManyBytesException.class);
        assertThatItIsClosed(accepted);
    }

    @Test
    void an_answer_with_as_many_bytes_as_it_may_have_is_read() throws Exception {
        int most = OutgoingRequests.MOST_BYTES;
        CompletableFuture<Socket> accepted =
                answering("HTTP/1.1 200 OK\r\nContent-Length: " + most + "\r\n\r\n" + "x".repeat(most));

        assertThat(send(Duration.ofSeconds(PATIENCE_S))
                        .get(PATIENCE_S, TimeUnit.SECONDS)
                        .body())
                .hasSize(most);
        accepted.get().close();
    }

    @Test
    void an_answer_beyond_what_a_tenants_answers_may_hold_is_given_up() throws Exception {
        budget.take(Holder.of("acme"), OutgoingRequests.MOST_BYTES * 3L / 2 - 100);
        CompletableFuture<Socket> accepted =
                answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000));

        assertThatThrownBy(() -> send(Duration.ofSeconds(PATIENCE_S)).get(PATIENCE_S, TimeUnit.SECONDS))
                .satisfies(failure -> assertThat(ByteBudget.refusal(failure)).isPresent());
        assertThatItIsClosed(accepted);
    }

    private CompletableFuture<HttpResponse<byte[]>> send(Duration deadline) {
        URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1/products/A");
        return new OutgoingRequests(Duration.ofSeconds(1), deadline, executor)
                .send(HttpRequest.newBuilder(uri), budget.share(Holder.of("acme")));
    }

    /** Sends an answer to the first request without reading the request. */
    private CompletableFuture<Socket> answering(String answer) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        Socket socket = server.accept();
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                        return socket;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                executor);
    }

    private static void assertThatItIsClosed(CompletableFuture<Socket> accepted) throws Exception {
        try (Socket socket = accepted.get(PATIENCE_S, TimeUnit.SECONDS)) {
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().readAllBytes())
                    .as("the connection is closed after the request")
                    .isNotEmpty();
        }
    }
}
