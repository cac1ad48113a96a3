package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final int THREADS = 8;
    private static final int SLOW_CLIENTS = 64;
    private static final int PATIENCE_MS = 10_000;
    private static final int MAX_BODY = 1 << 20;

    private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();
    private final HttpServer server = HttpServer.start(
            new HttpServer.Limits("127.0.0.1", 0, MAX_BODY, THREADS, 1_000),
            List.of(
                    Route.post("/echo", Access.open(), call -> Reply.text(200, "text/plain", call.text())
                            .now()),
                    Route.get("/wait", Access.open(), call -> {
                        waiting.add(call);
                        return answer;
                    }),
                    Route.get("/deep", Access.open(), HttpServerTest::deep),
                    Route.get("/hello", Access.open(), call -> Reply.text(200, "text/plain", "hello")
                            .now())),
            token -> null,
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_request_that_takes_the_whole_stack_is_answered_with_a_problem() throws IOException {
        try (Socket socket = sending("GET /deep HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 500").contains("internal_error");
        }
    }

    private static CompletableFuture<Reply> deep(Call call) {
        boolean matches = "a/".repeat(1 << 20).matches("(a+/)*");
        return Reply.text(200, "text/plain", "matches: " + matches).now();
    }

    @Test
    void clients_that_are_slow_to_send_a_body_hold_no_thread() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                slow.add(sending("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nslo"));
            }
            try (Socket prompt = sending("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
                assertThat(answer(prompt)).startsWith("HTTP/1.1 200").endsWith("hello");
            }
            Socket first = slow.get(0);
            first.getOutputStream().write("wly".getBytes(UTF_8));
            assertThat(new String(first.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void a_body_of_the_largest_size_arrives_whole() throws IOException {
        String body = "0123456789abcdef".repeat(MAX_BODY / 16);
        try (Socket client = sending("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body)) {
            assertThat(answer(client)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + body);
        }
    }

    @Test
    @SuppressWarnings("try")
    void a_client_that_leaves_while_it_waits_is_noticed_and_one_that_stays_or_asks_for_more_is_not()
            throws IOException, InterruptedException {
        String request = "GET /wait HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket leaves = sending(request)) {
            Call left = waiting.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            assertThat(left.isAbandoned()).isFalse();
            try (Socket stays = sending(request + request)) {
                Call kept = waiting.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
                leaves.close();
                long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
                while (!left.isAbandoned()) {
                    assertThat(System.nanoTime()).isLessThan(until);
                    Thread.onSpinWait();
                }
                assertThat(kept.isAbandoned()).isFalse();
                answer.complete(Reply.text(200, "text/plain", "here"));
                assertThat(new String(stays.getInputStream().readNBytes(12), UTF_8))
                        .isEqualTo("HTTP/1.1 200");
            }
        }
    }

    private Socket sending(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MS);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
