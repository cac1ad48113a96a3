package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.testing.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiExtension.class)
class EventStreamTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final ApiExtension.Shared shared;
    private ApiClient client;

    EventStreamTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        client = shared.newTenant();
    }

    @Test
    void events_of_the_callers_tenant_arrive_as_they_happen_and_no_others() {
        try (SseReader stream = SseReader.open(client, "/v1/events", null);
                SseReader stranger = SseReader.open(shared.newTenant(), "/v1/events", null)) {
            client.stocked("tea", "1", 5);
            client.order("tea", 1);

            List.of("product.created", "inventory.set", "order.created", "inventory.reserved", "order.reserved")
                    .forEach(type -> stream.await(type, SOON));
            JsonNode created = stream.first("order.created").json();
            assertThat(created.path("specversion").textValue()).isEqualTo("1.0");
            assertThat(created.path("type").textValue()).isEqualTo("order.created");
            assertThat(created.path("subject").textValue()).startsWith("main~");
            assertThat(created.path("data").path("summary").path("units").longValue())
                    .isEqualTo(1);
            assertThat(stranger.types()).isEmpty();
        }
    }

    @Test
    void the_head_of_a_stream_is_that_of_its_answer() throws IOException {
        String token = shared.platform().token(client.tenant(), ApiEnvironment.ALL_SCOPES, Duration.ofMinutes(1));
        List<RawConnection.Answer> answers = new ArrayList<>();
        for (String method : List.of("GET", "HEAD")) {
            try (RawConnection connection = new RawConnection(shared.api().port())) {
                connection.send(
                        method + " /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
                answers.add(connection.answer(true));
            }
        }

        for (String name : List.of("content-type", "cache-control", "x-accel-buffering", "content-length")) {
            assertThat(answers.get(1).header(name))
                    .as(name)
                    .isEqualTo(answers.get(0).header(name));
        }
        assertThat(answers.get(1).status()).isEqualTo(answers.get(0).status()).isEqualTo(200);
        assertThat(answers.get(1).mediaType()).isEqualTo("text/event-stream");
    }

    @Test
    void a_browser_opens_a_stream_with_a_ticket_which_opens_nothing_else() {
        ApiClient.Answer issued = client.post("/v1/events/tickets", "");
        String ticket = issued.json().path("ticket").textValue();
        ApiClient browser = client.with(null);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        try (SseReader stream = SseReader.open(browser, "/v1/events?types=order.created&ticket=" + ticket, null)) {
            client.stocked("tea", "1", 5);
            client.order("tea", 1);
            stream.await("order.created", SOON);

            String last = stream.events().get(0).id();
            try (SseReader resumed = SseReader.open(
                    browser, "/v1/events?types=order.created&lastEventId=" + last + "&ticket=" + ticket, null)) {
                client.order("tea", 1);
                resumed.await("order.created", SOON);
                assertThat(resumed.events()).hasSize(1);
            }
        }
        assertThat(browser.get("/v1/products?ticket=" + ticket).problem()).isEqualTo("missing_token");
        assertThat(browser.get("/v1/products", "Authorization", "Bearer " + ticket)
                        .problem())
                .isEqualTo("invalid_token");
        assertThat(browser.get("/v1/events?ticket=x").problem()).isEqualTo("invalid_ticket");
    }

    @Test
    void a_stream_of_some_types_has_no_others() {
        try (SseReader stream = SseReader.open(client, "/v1/events?types=order.created,order.cancelled", null)) {
            client.stocked("tea", "1", 5);
            client.post(client.order("tea", 1).header("Location") + "/cancel", "{}");

            stream.await("order.cancelled", SOON);

            assertThat(stream.types()).containsExactly("order.created", "order.cancelled");
        }
    }

    @Test
    void a_stream_that_resumes_has_no_gap_and_no_repetition() {
        client.stocked("tea", "1", 100);
        client.order("tea", 1);
        List<String> whole;
        List<SseReader.Event> seen;
        try (SseReader watcher = SseReader.open(client, "/v1/events?types=order.created", null)) {
            for (int i = 0; i < 5; i++) {
                client.order("tea", 1);
            }
            watcher.await("order.created", 5, SOON);
            seen = watcher.events();
            try (SseReader resumed = SseReader.open(
                    client, "/v1/events?types=order.created", seen.get(1).id())) {
                for (int i = 0; i < 5; i++) {
                    client.order("tea", 1);
                }
                watcher.await("order.created", 10, SOON);
                resumed.await("order.created", 8, SOON);

                whole = watcher.subjects();
                assertThat(resumed.subjects()).containsExactlyElementsOf(whole.subList(2, 10));
            }
        }
    }

    @Test
    void a_stream_resumes_at_another_instance() {
        client.stocked("tea", "1", 100);
        try (Api other = shared.platform().api(1, Map.of())) {
            String last;
            try (SseReader before = SseReader.open(client, "/v1/events?types=order.created", null)) {
                client.order("tea", 1);
                client.order("tea", 1);
                before.await("order.created", 2, SOON);
                last = before.events().get(0).id();
            }
            client.order("tea", 1);

            try (SseReader after = SseReader.open(client.at(other), "/v1/events?types=order.created", last)) {
                after.await("order.created", 2, SOON);

                assertThat(after.subjects()).doesNotHaveDuplicates().hasSize(2);
            }
        }
    }

    @Test
    void an_id_from_beyond_the_log_starts_a_stream_anew_and_says_so() {
        String beyond = Base64.getUrlEncoder().withoutPadding().encodeToString(beyondTheLog());

        try (SseReader stream = SseReader.open(client, "/v1/events", beyond)) {
            stream.await("fusion.reset", SOON);
            client.stocked("tea", "1", 1);
            stream.await("product.created", SOON);
        }
    }

    private static byte[] beyondTheLog() {
        byte[] position = new byte[1 + 16 * 4];
        position[0] = 1;
        for (int i = 1; i < position.length; i++) {
            position[i] = (byte) (i % 4 == 0 ? 1 : 0xff);
        }
        return position;
    }

    @Test
    void a_stream_ends_at_the_second_at_which_its_token_does_and_says_why() {
        client.stocked("tea", "1", 1);
        ApiClient briefly = shared.client(client, Duration.ofSeconds(5));
        try (SseReader stream = SseReader.open(briefly, "/v1/events", null)) {
            long expired = 0;
            for (int stock = 1; expired == 0 || System.currentTimeMillis() < expired + 300; stock++) {
                client.put("/v1/stock/main/tea", "{\"onHand\":%d}".formatted(stock));
                if (expired == 0 && briefly.get("/v1/products").status() == 401) {
                    expired = System.currentTimeMillis();
                }
            }

            assertThat(stream.ended()).as("the connection is closed").isDone();
            assertThat(stream.types()).contains("inventory.set").endsWith("fusion.expired");
            assertThat(stream.lastEventAt()).isLessThanOrEqualTo(expired + 300);
        }
    }

    @Test
    void a_stream_is_refused_when_too_many_are_open() {
        try (Api small = shared.platform().api(2, Map.of("FUSION_API_STREAMS_OF_TENANT", "1"))) {
            ApiClient there = client.at(small);
            try (SseReader stream = SseReader.open(there, "/v1/events", null)) {
                assertThat(stream.types()).isEmpty();
                ApiClient.Answer refused = there.get("/v1/events");
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.problem()).isEqualTo("too_many_streams");
                assertThat(refused.header("Retry-After")).isNotNull();
            }
        }
    }

    @Test
    void many_idle_streams_hold_no_threads() {
        List<SseReader> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                streams.add(SseReader.open(client, "/v1/events", null));
            }
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("http-"))
                    .count();

            assertThat(threads).isLessThan(80);
            assertThat(client.get("/v1/products").status()).isEqualTo(200);
        } finally {
            streams.forEach(SseReader::close);
        }
    }
}
