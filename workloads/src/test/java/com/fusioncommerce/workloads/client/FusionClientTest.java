package com.fusioncommerce.workloads.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.testing.FreePorts;
import com.fusioncommerce.workloads.client.ApiStandIn.Asked;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FusionClientTest {
    private static final String PLACED = """
            {"orderId":"main~536365","status":"confirmed","total":{"amount":1530,"currency":"GBP"},"units":6,"lineCount":1}""";
    private static final NewOrder ORDER = new NewOrder(
            "17850",
            "United Kingdom",
            null,
            "GBP",
            "web",
            List.of(new NewOrder.Line("85123A", 6, new BigDecimal("2.5500"))),
            Instant.parse("2010-12-01T08:26:00Z"),
            "536365");

    private ApiStandIn api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void an_order_goes_as_the_api_wants_it_and_comes_back_as_a_value() {
        api.next(new Reply(201, PLACED));

        PlacedOrder placed = client().placeOrder(ORDER, "key-1").join();

        assertThat(placed.orderId()).isEqualTo("main~536365");
        assertThat(placed.total()).isEqualTo(1530);
        assertThat(api.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/orders");
            assertThat(asked.key()).isEqualTo("key-1");
            assertThat(asked.authorization()).isEqualTo("Bearer secret");
            assertThat(asked.body().path("placedAt").asText()).isEqualTo("2010-12-01T08:26:00Z");
            assertThat(asked.body().path("lines").path(0).path("unitPrice").asText())
                    .isEqualTo("2.5500");
            assertThat(asked.body().has("billingCountry")).isFalse();
        });
    }

    @Test
    void what_may_pass_is_sent_again_with_the_same_key_until_it_does() {
        api.next(
                new Reply(429, "{\"code\":\"too_many_requests\"}"),
                new Reply(503, "{\"code\":\"not_ready\"}"),
                new Reply(503, "<html>"),
                new Reply(0, ""),
                new Reply(202, "{\"status\":\"pending\"}"),
                new Reply(201, PLACED));

        assertThat(client().placeOrder(ORDER, "key-1").join().status()).isEqualTo("confirmed");
        assertThat(api.asked()).hasSize(6).extracting(Asked::key).containsOnly("key-1");
    }

    @Test
    void an_answer_that_takes_too_long_is_asked_for_again() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        api.otherwise(request -> {
            if (api.asked().size() == 1) {
                never.orTimeout(2, java.util.concurrent.TimeUnit.SECONDS)
                        .exceptionally(late -> null)
                        .join();
            }
            return new Reply(201, PLACED);
        });

        assertThat(client(Duration.ofMillis(300), Duration.ofSeconds(20), 4)
                        .placeOrder(ORDER, "key-1")
                        .join()
                        .status())
                .isEqualTo("confirmed");
        assertThat(api.asked()).hasSizeGreaterThan(1).extracting(Asked::key).containsOnly("key-1");
    }

    @Test
    void a_no_is_a_typed_problem_and_is_not_repeated() {
        api.next(new Reply(409, """
                {"type":"urn:fusioncommerce:problem:insufficient_stock","title":"There is not enough stock","status":409,
                 "code":"insufficient_stock","problems":[{"line":1,"sku":"85123A","code":"insufficient_stock",
                 "requested":6,"available":2}]}"""));

        assertThatThrownBy(() -> client().placeOrder(ORDER, "key-1").join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ApiException.class, no -> {
                    assertThat(no.problem().code()).isEqualTo("insufficient_stock");
                    assertThat(no.problem().lines())
                            .containsExactly(new ApiProblem.Line(1, "85123A", "insufficient_stock", 6, 2));
                    assertThat(no).hasMessageContaining("POST /v1/orders");
                });
        assertThat(api.asked()).hasSize(1);
    }

    @Test
    void patience_ends_with_what_the_api_said_last() {
        api.otherwise(request -> new Reply(503, "{\"code\":\"overloaded\",\"title\":\"Busy\"}"));

        assertThatThrownBy(() -> client(Duration.ofSeconds(5), Duration.ofMillis(200), 4)
                        .placeOrder(ORDER, "key-1")
                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        ApiException.class,
                        no -> assertThat(no.problem().code()).isEqualTo("overloaded"));
        assertThat(api.asked()).hasSizeGreaterThan(1);
    }

    @Test
    void an_api_that_is_not_there_is_told_from_one_that_says_no() {
        ClientSettings nowhere = new ClientSettings(
                URI.create("http://127.0.0.1:" + FreePorts.take()),
                "secret",
                4,
                Duration.ofSeconds(5),
                Duration.ofMillis(200));

        assertThatThrownBy(() ->
                        new FusionClient(nowhere).placeOrder(ORDER, "key-1").join())
                .cause()
                .isInstanceOf(ApiUnreachableException.class)
                .hasMessageContaining("is the platform up?");
    }

    @Test
    void no_more_requests_are_under_way_than_allowed() {
        api.otherwise(request -> new Reply(201, PLACED));
        FusionClient client = client(Duration.ofSeconds(5), Duration.ofSeconds(5), 3);

        List<CompletableFuture<PlacedOrder>> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            orders.add(client.placeOrder(ORDER, "key-" + i));
        }

        assertThat(orders).allSatisfy(order -> assertThat(order.join().units()).isEqualTo(6));
        assertThat(api.mostUnderWay()).isBetween(1, 3);
    }

    @Test
    void a_list_is_read_to_its_last_page() {
        api.otherwise(request ->
                request.query().contains("cursor=abc%3D") || request.query().contains("cursor=abc=")
                        ? new Reply(200, "{\"items\":[{\"orderId\":\"main~2\",\"lines\":[]}],\"next\":null}")
                        : new Reply(200, "{\"items\":[{\"orderId\":\"main~1\"}],\"next\":\"abc=\"}"));

        assertThat(client().ordersOf("17850").join())
                .extracting(PlacedOrder::orderId)
                .containsExactly("main~1", "main~2");
        assertThat(api.asked()).extracting(Asked::query).allSatisfy(query -> assertThat(query)
                .contains("customer=17850", "lines=true"));
    }

    @Test
    void what_is_not_there_is_an_empty_answer_to_a_question() {
        assertThat(client().order("main~1").join()).isEmpty();
        assertThat(client().hasProduct("gift_0001 20").join()).isFalse();
    }

    @Test
    void products_stock_and_cancellations_go_to_their_addresses() {
        api.otherwise(request -> new Reply(200, PLACED));
        FusionClient client = client();

        client.createProduct(new NewProduct("BANK CHARGES", "Charges", new BigDecimal("1.5000"), "GBP"), "p")
                .join();
        client.setStock("BANK CHARGES", 12, "s").join();
        client.cancelOrder("main~1", "why", Instant.EPOCH, "c").join();

        assertThat(api.asked())
                .extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly(
                        "POST /v1/products", "PUT /v1/stock/main/BANK CHARGES", "POST /v1/orders/main~1/cancel");
        assertThat(api.asked().get(1).body().path("onHand").asLong()).isEqualTo(12);
        assertThat(api.asked().get(2).body().path("cancelledAt").asText()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void settings_do_not_show_the_token() {
        assertThat(ClientSettings.of(api.url(), "secret").toString()).doesNotContain("secret");
    }

    private FusionClient client() {
        return client(Duration.ofSeconds(10), Duration.ofSeconds(30), 8);
    }

    private FusionClient client(Duration timeout, Duration patience, int inFlight) {
        return new FusionClient(new ClientSettings(api.url(), "secret", inFlight, timeout, patience));
    }
}
