package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.logs.JsonLogEncoder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
    private static final int PATIENCE_S = 10;
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(AccessLog.LOGGER);

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(new JsonLogEncoder().encode(event), UTF_8));
        }
    };
    private final HttpServer server = HttpServer.start(
            new HttpServer.Limits("127.0.0.1", 0, 1 << 10, 8, 100),
            List.of(
                    Route.get("/things/{id}", Access.bearer(Scope.EVENTS_READ), call -> Reply.text(
                                    200, "text/plain", "hello")
                            .now()),
                    Route.get("/health/live", Access.open(), call -> Reply.empty(200)
                            .now())),
            token -> Principal.of(
                    "acme", "jane", Actor.staff("jane"), Set.of(Scope.EVENTS_READ.claim()), Long.MAX_VALUE),
            new SimpleMeterRegistry());

    @BeforeEach
    void listen() {
        LOG.setLevel(Level.INFO);
        appender.start();
        LOG.addAppender(appender);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(appender);
        LOG.setLevel(null);
        server.close();
    }

    @Test
    void an_answer_is_a_line_that_tells_whose_it_is_and_no_secret() throws IOException, InterruptedException {
        send("GET /things/t0ps3cret?x=t0ps3cret HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: c-7\r\n"
                + "Authorization: Bearer t0ps3cret\r\nConnection: close\r\n\r\n");
        send("GET /things/t0ps3cret HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: c-8\r\n"
                + "Authorization: Bearer t0ps3cret\r\nConnection: close\r\n\r\n");

        assertThat(line())
                .contains("\"correlationId\":\"c-7\"", "\"tenant\":\"acme\"", "\"status\":400")
                .doesNotContain("t0ps3cret");
        assertThat(line())
                .contains(
                        "\"correlationId\":\"c-8\"",
                        "\"tenant\":\"acme\"",
                        "\"caller\":\"jane\"",
                        "\"message\":\"GET /things/{id} 200\"",
                        "\"method\":\"GET\"",
                        "\"route\":\"/things/{id}\"",
                        "\"status\":200",
                        "\"bytes\":5",
                        "\"ms\":",
                        "\"remote\":\"127.0.0.1\"")
                .doesNotContain("t0ps3cret");
    }

    @Test
    void what_no_route_answers_is_logged_and_health_is_not() throws IOException, InterruptedException {
        send("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        send("GET /nothing/t0ps3cret HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        send("no HTTP\r\n\r\n");

        assertThat(line())
                .contains("\"route\":\"(no route)\"", "\"status\":404")
                .doesNotContain("t0ps3cret");
        assertThat(line()).contains("\"route\":\"(no route)\"", "\"status\":400");
        assertThat(lines).isEmpty();
    }

    private void send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    private String line() throws InterruptedException {
        return lines.poll(PATIENCE_S, TimeUnit.SECONDS);
    }
}
