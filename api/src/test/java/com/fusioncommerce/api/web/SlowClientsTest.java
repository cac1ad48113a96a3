package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests slow clients on a server with few threads: none exhausts shared resources. */
class SlowClientsTest {
    private static final int THREADS = 4;
    private static final int SLOW = 64;
    private static final int PATIENCE_MS = 20_000;
    private static final int MAX_BODY = 1 << 20;
    private static final int LARGE = 8 << 20;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1");

    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(THREADS);
    private HttpServer server;

    @AfterEach
    void stop() throws IOException {
        released.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void senders_of_large_bodies_that_stop_hold_no_thread() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        for (int i = 0; i < SLOW; i++) {
            send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + "x".repeat(20_000));
        }

        assertThat(get("/hello")).startsWith("HTTP/1.1 200").endsWith("hello");
        assertThat(get("/health/live")).startsWith("HTTP/1.1 200");
    }

    @Test
    void readers_that_pipeline_and_never_read_hold_no_thread() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        for (int i = 0; i < SLOW; i++) {
            send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n".repeat(4));
        }

        assertThat(get("/hello")).startsWith("HTTP/1.1 200").endsWith("hello");
        assertThat(get("/health/live")).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_body_that_comes_too_slowly_is_told_so_and_closed() throws IOException {
        start(bounds(1_000, LOOPBACK, 0));
        Socket slow = send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\nslow");

        assertThat(rest(slow)).startsWith("HTTP/1.1 408").contains("request_timeout");
    }

    @Test
    void the_head_of_a_request_has_a_deadline_however_often_a_byte_of_it_comes() throws IOException {
        start(bounds(1_000, LOOPBACK, 0));
        Socket slow = send("GET /hello HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        Socket idle = send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");

        await(slow, "x");

        idle.getOutputStream().write("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
        assertThat(rest(idle)).endsWith("hello");
    }

    @Test
    void an_answer_that_is_not_read_is_given_up() throws IOException {
        start(bounds(1_000, LOOPBACK, 0));
        Socket slow = send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n".repeat(4));
        await(slow, "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(untilClosed(slow)).isLessThan(4L * LARGE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_system_keeps_little_of_an_answer_that_is_not_read() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        Socket slow = send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");

        long kept = 0;
        int same = 0;
        long until = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
        while (same < 20 && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            long now = sendQueue(slow.getLocalPort());
            same = now == kept && kept > 0 ? same + 1 : 0;
            kept = now;
        }
        assertThat(kept).isPositive().isLessThan(1 << 20);
    }

    @Test
    void a_body_that_says_that_it_is_too_large_is_refused_before_it_is_sent() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        Socket sender = send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500000000\r\n\r\n");

        assertThat(rest(sender)).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    @Test
    void a_body_of_unknown_length_is_refused_where_it_gets_too_large_and_not_read_for_ever() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        Socket sender = send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(UTF_8);

        assertThatThrownBy(() -> {
                    OutputStream out = sender.getOutputStream();
                    for (int i = 0; i < 10_000; i++) {
                        out.write(chunk);
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void health_is_answered_and_others_wait_where_every_thread_is_taken() throws Exception {
        start(bounds(1_000, LOOPBACK, 60));
        for (int i = 0; i < THREADS; i++) {
            send("GET /blocks HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        blocked.await();
        Socket waiting = send("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(get("/health/live")).startsWith("HTTP/1.1 200");
        released.countDown();
        assertThat(rest(waiting)).startsWith("HTTP/1.1 200").endsWith("hello");
    }

    @Test
    void an_address_has_its_share_of_connections() throws IOException {
        start(bounds(2, Set.of(), 60));
        Socket first = send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(first.getInputStream().read()).isEqualTo('H');
        Socket second = send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(second.getInputStream().read()).isEqualTo('H');

        Socket third = open();
        assertThat(untilClosed(third)).isZero();
        second.close();
        String last = "";
        long until = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
        while (last.isEmpty() && System.nanoTime() < until) {
            last = getOrNothing("/hello");
        }
        assertThat(last).endsWith("hello");
    }

    @Test
    void memory_of_slow_senders_is_bounded_and_others_give_way() throws IOException {
        start(new ClientBounds(1_000, LOOPBACK, 100_000, 100_000, Duration.ofSeconds(60), 1));
        for (int i = 0; i < 9; i++) {
            send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + "x".repeat(20_000));
        }

        // At most five bodies of 20 kB fit, whatever buffers they take.
        List<Socket> told = new ArrayList<>();
        long until = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
        while (told.size() < 4 && System.nanoTime() < until) {
            told.clear();
            for (Socket sender : sockets) {
                if (sender.getInputStream().available() > 0) {
                    told.add(sender);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rest(told.get(0))).startsWith("HTTP/1.1 408");
        assertThat(get("/hello")).endsWith("hello");
    }

    @Test
    void a_body_in_many_pieces_arrives_whole() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        Socket sender = send("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 30000\r\n\r\n");
        for (int i = 0; i < 3; i++) {
            sender.getOutputStream().write("0123456789".repeat(1_000).getBytes(UTF_8));
            assertThat(get("/hello")).endsWith("hello");
        }

        assertThat(rest(sender)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + "0123456789".repeat(3_000));
    }

    @Test
    void requests_after_a_refused_one_on_the_same_connection_are_answered() throws IOException {
        start(bounds(1_000, LOOPBACK, 60));
        Socket client = send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
                + "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(rest(client))
                .startsWith("HTTP/1.1 404")
                .contains("HTTP/1.1 200")
                .endsWith("hello");
    }

    private void start(ClientBounds bounds) {
        byte[] large = new byte[LARGE];
        server = HttpServer.start(
                new HttpServer.Limits("127.0.0.1", 0, MAX_BODY, THREADS, 1_000, bounds, Set.of("/health/live")),
                List.of(
                        Route.post("/echo", Access.open(), call -> Reply.text(200, "text/plain", call.text())
                                .now()),
                        Route.get("/hello", Access.open(), call -> Reply.text(200, "text/plain", "hello")
                                .now()),
                        Route.get("/health/live", Access.open(), call -> Reply.empty(200)
                                .now()),
                        Route.get("/large", Access.open(), call -> Reply.bytes(200, "text/plain", large)
                                .shared()
                                .now()),
                        Route.get("/blocks", Access.open(), call -> blocks())),
                token -> null,
                new SimpleMeterRegistry());
    }

    private CompletableFuture<Reply> blocks() {
        blocked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.empty(200).now();
    }

    /** Sends repeatedly until the server closes the connection, without reading. */
    private static void await(Socket socket, String more) throws IOException {
        long until = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
        OutputStream out = socket.getOutputStream();
        while (System.nanoTime() < until) {
            try {
                out.write(more.getBytes(UTF_8));
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } catch (SocketException e) {
                return;
            }
        }
        throw new AssertionError("the connection is still open");
    }

    private static ClientBounds bounds(int connections, Set<String> proxies, int graceSeconds) {
        Duration grace = Duration.ofSeconds(graceSeconds).plusMillis(300);
        return new ClientBounds(connections, proxies, 64 << 20, 64 << 20, grace, 100_000_000);
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MS);
        sockets.add(socket);
        return socket;
    }

    private Socket send(String request) throws IOException {
        Socket socket = open();
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    private String get(String path) throws IOException {
        return rest(send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    private String getOrNothing(String path) throws IOException {
        try {
            return get(path);
        } catch (SocketException e) {
            return "";
        }
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    /** Bytes in the system's send queue to a client; 0 if the system does not report it. */
    private long sendQueue(int clientPort) throws IOException {
        String ports = String.format(":%04X .*:%04X ", server.port(), clientPort);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.trim().split(" +", -1);
                if ((fields[1] + " " + fields[2] + " ").matches("[0-9A-F]+" + ports)) {
                    return Long.parseLong(fields[4].split(":", 2)[0], 16);
                }
            }
        }
        return 0;
    }

    /** Number of bytes until the connection is closed or reset. */
    private static long untilClosed(Socket socket) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        } catch (SocketException e) {
            return bytes;
        }
        return bytes;
    }
}
