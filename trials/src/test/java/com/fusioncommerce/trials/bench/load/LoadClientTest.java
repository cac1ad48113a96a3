package com.fusioncommerce.trials.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadClientTest {
    private static final Duration WINDOW = Duration.ofMillis(600);
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private byte[] request;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ok", exchange -> answer(exchange, 200));
        server.createContext("/full", exchange -> answer(exchange, 503));
        server.createContext("/silent", exchange -> await(never, 1_000));
        server.createContext("/stalls", exchange -> {
            if (asked.getAndIncrement() == 10) {
                await(never, 300);
            }
            answer(exchange, 200);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_closed_loop_sends_when_it_has_its_answers_until_there_are_no_more_requests() throws IOException {
        AtomicInteger left = new AtomicInteger(100);
        AtomicInteger seen = new AtomicInteger();
        requestTo("/ok");
        try (LoadClient client = new LoadClient(url(), TIMEOUT)) {
            LoadResult result = client.closed(
                    4,
                    Duration.ofSeconds(30),
                    () -> left.getAndDecrement() > 0 ? request : null,
                    answer -> seen.addAndGet(answer.body().length()));

            assertThat(result.expecting(LoadResult::isSuccess).count(status -> status == 200))
                    .isEqualTo(100);
            assertThat(result.sentCount()).isEqualTo(100);
            assertThat(seen).hasValue(100 * "fine".length());
        }
    }

    @Test
    void refusals_are_counted_and_so_are_those_that_do_not_say_when_to_retry() throws IOException {
        LoadResult result = at("/full", 100, 4);

        assertThat(result.count(LoadResult::isRefusal))
                .isEqualTo(result.sentCount())
                .isPositive();
        assertThat(result.refusedWithoutRetryAfterCount()).isEqualTo(result.sentCount());
        assertThat(result.sentCount() + result.unsentCount()).isEqualTo(60);
    }

    @Test
    void no_answer_in_time_is_a_failure() throws IOException {
        LoadResult result = at("/silent", 10, 20);

        assertThat(result.failedCount()).isEqualTo(result.sentCount()).isPositive();
    }

    @Test
    void while_a_server_stalls_everything_that_should_have_been_sent_is_late() throws IOException {
        LoadResult result = at("/stalls", 100, 1);

        assertThat(result.count(LoadResult::isSuccess) + result.unsentCount()).isEqualTo(60);
        // Some 30 of 50 later requests were due in the 300 ms: a single slow one would lie above the 95th percentile.
        assertThat(result.latency(LoadResult::isSuccess).p95()).isGreaterThan(200);
    }

    private LoadResult at(String path, double perSecond, int connections) throws IOException {
        requestTo(path);
        try (LoadClient client = new LoadClient(url(), TIMEOUT)) {
            return client.connect(connections)
                    .open(perSecond, WINDOW, RequestSource.always(request), Answer.Observer.none());
        }
    }

    private void requestTo(String path) {
        request = new Requests(url(), "token").get(path);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "fine".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            var unused = latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
