package com.fusioncommerce.trials.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private final AtomicReference<String> received = new AtomicReference<>();
    private HttpServer server;
    private HttpConnection http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Token") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = "ä body".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Location", "/there");
            boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
            if (exchange.getRequestURI().getPath().equals("/last")) {
                exchange.getResponseHeaders().add("Connection", "close");
            }
            exchange.sendResponseHeaders(201, chunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        http = new HttpConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void one_connection_sends_one_request_after_another() throws IOException {
        HttpAnswer first = http.post("/orders", Map.of("Token", "t"), "{\"a\":1}");
        assertThat(received.get()).isEqualTo("POST /orders t {\"a\":1}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("location")).isEqualTo("/there");
        assertThat(first.header("absent")).isNull();
        assertThat(first.body()).isEqualTo("ä body");

        assertThat(http.get("/orders/1", Map.of()).body()).isEqualTo("ä body");
        assertThat(received.get()).isEqualTo("GET /orders/1 null ");
    }

    @Test
    void a_body_in_chunks_is_put_together() throws IOException {
        assertThat(http.get("/chunked", Map.of()).body()).isEqualTo("ä body");
        assertThat(http.get("/next", Map.of()).status()).isEqualTo(201);
    }

    @Test
    void a_connection_that_the_server_closed_is_opened_again() throws IOException {
        assertThat(http.get("/last", Map.of()).status()).isEqualTo(201);
        assertThat(http.get("/again", Map.of()).status()).isEqualTo(201);
    }
}
