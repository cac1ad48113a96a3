package com.fusioncommerce.workloads.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server with scripted answers that records its requests. */
public final class ApiStandIn implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile Behaviour behaviour = request -> new Reply(404, "{\"code\":\"unknown_route\",\"title\":\"None\"}");

    /** A recorded request. */
    public record Asked(String method, String path, String query, String key, String authorization, JsonNode body) {}

    /** An answer. Status 0 closes the connection without one. */
    public record Reply(int status, String body) {}

    /** Computes answers. */
    @FunctionalInterface
    public interface Behaviour {
        /** The answer to a request. */
        Reply answer(Asked request);
    }

    /** Starts on a free port. */
    public ApiStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Scripts the answers to the next requests, in order. */
    public void next(Reply... replies) {
        script.addAll(List.of(replies));
    }

    /** Sets the answers to requests that are not scripted. */
    public void otherwise(Behaviour decided) {
        behaviour = decided;
    }

    /** All recorded requests. */
    public List<Asked> asked() {
        return asked;
    }

    /** The largest number of concurrent requests so far. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    /** The server's base URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getQuery(),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    JSON.readTree(body));
            asked.add(request);
            Reply scripted = script.poll();
            Reply reply = scripted == null ? behaviour.answer(request) : scripted;
            underWay.decrementAndGet();
            if (reply.status() > 0) {
                send(exchange, reply);
            }
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(UTF_8);
        if (reply.status() == 429 || reply.status() == 503 || reply.status() == 202) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        if (reply.status() < 500 && reply.status() != 429 && reply.status() != 202) {
            exchange.getResponseHeaders().set("Consistency-Token", "decided");
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
