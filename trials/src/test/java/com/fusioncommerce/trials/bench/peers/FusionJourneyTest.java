package com.fusioncommerce.trials.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FusionJourneyTest {
    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private HttpConnection http;
    private int placing = 201;
    private String shown = "reserved";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        http = new HttpConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Consistency-Token") + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        boolean isOrder = exchange.getRequestMethod().equals("POST");
        exchange.getResponseHeaders().add("Location", "/v1/orders/main~1");
        exchange.getResponseHeaders().add("Consistency-Token", "0:17");
        byte[] body =
                (isOrder ? "{\"code\":\"insufficient_stock\"}" : "{\"status\":\"" + shown + "\"}").getBytes(UTF_8);
        exchange.sendResponseHeaders(isOrder ? placing : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void an_order_counts_when_a_read_bound_by_its_token_shows_it_reserved() throws Exception {
        new FusionJourney("t", 2).order(http, 0);
        assertThat(received)
                .containsExactly(
                        "POST /v1/orders null {\"customerId\":\"u0\",\"country\":\"DE\",\"lines\":["
                                + "{\"sku\":\"SKU-1-S\",\"quantity\":1},{\"sku\":\"SKU-499-L\",\"quantity\":1}]}",
                        "GET /v1/orders/main~1 0:17 ");
    }

    @Test
    void an_order_that_is_not_shown_reserved_does_not_count() {
        shown = "pending";
        assertThatThrownBy(() -> new FusionJourney("t", 1).order(http, 0)).hasMessage("shown as pending");
    }

    @Test
    void a_refusal_is_told_with_its_code() {
        placing = 409;
        assertThatThrownBy(() -> new FusionJourney("t", 1).order(http, 0)).hasMessage("409 insufficient_stock");
        assertThat(received).hasSize(1);
    }
}
