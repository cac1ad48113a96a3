package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiExtension.class)
class OrdersTest {
    private final ApiExtension.Shared shared;
    private ApiClient client;

    OrdersTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        client = shared.newTenant();
    }

    @Test
    void a_product_can_be_ordered_as_soon_as_its_creation_is_answered() {
        for (int i = 0; i < 30; i++) {
            String product =
                    "{\"sku\":\"new-%d\",\"name\":\"New\",\"unitPrice\":\"1\",\"currency\":\"GBP\"}".formatted(i);
            assertThat(client.post("/v1/products", product).status()).isEqualTo(201);
            Answer order = client.post(
                    "/v1/orders",
                    "{\"customerId\":\"c1\",\"country\":\"GB\",\"lines\":[{\"sku\":\"new-%d\",\"quantity\":1}]}"
                            .formatted(i));
            assertThat(order.problem()).isEqualTo("insufficient_stock");
        }
    }

    @Test
    void an_order_is_priced_from_the_catalogue_reserved_and_answered() {
        client.stocked("tea", "2.5550", 10);

        Answer placed = client.order("tea", 3);

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.json().path("status").textValue()).isEqualTo("reserved");
        assertThat(placed.json().path("total").path("amount").longValue()).isEqualTo(766);
        assertThat(placed.json().path("units").longValue()).isEqualTo(3);
        String id = placed.json().path("orderId").textValue();
        assertThat(id).startsWith("main~");
        assertThat(placed.header("Location")).isEqualTo("/v1/orders/" + id);
        JsonNode stock = client.get("/v1/stock/main/tea").json();
        assertThat(stock.path("reserved").longValue()).isEqualTo(3);
        assertThat(stock.path("available").longValue()).isEqualTo(7);
    }

    @Test
    void an_order_without_a_customer_is_a_guests_and_countries_are_kept_in_upper_case() {
        client.stocked("tea", "2.5550", 10);

        Answer placed = client.post(
                "/v1/orders",
                "{\"country\":\"gb\",\"billingCountry\":\"Germany\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}");

        assertThat(placed.status()).isEqualTo(201);
        JsonNode order = client.get(
                        "/v1/orders/" + placed.json().path("orderId").textValue())
                .json();
        assertThat(order.path("customerId").textValue()).isEqualTo("guest");
        assertThat(order.path("country").textValue()).isEqualTo("GB");
        assertThat(order.path("billingCountry").textValue()).isEqualTo("Germany");
    }

    @Test
    void a_read_that_brings_the_consistency_token_sees_its_own_write() {
        client.stocked("tea", "1", 10);
        Answer placed = client.order("tea", 1);

        Answer read = client.get(placed.header("Location"), "Consistency-Token", placed.header("Consistency-Token"));

        assertThat(read.status()).isEqualTo(200);
        JsonNode line = read.json().path("lines").path(0);
        assertThat(line.path("unitPrice").textValue()).isEqualTo("1.0000");
        assertThat(line.path("total").path("amount").longValue()).isEqualTo(100);
        assertThat(read.json().path("placedAt").textValue()).endsWith("Z");
    }

    @Test
    void an_order_is_confirmed_by_the_rule_when_no_model_answers_in_time() {
        client.stocked("tea", "1", 10);
        String location = client.order("tea", 1).header("Location");

        Await.until(
                "the order is confirmed",
                Duration.ofSeconds(10),
                () -> client.get(location).json().path("status").textValue().equals("confirmed"));

        JsonNode order = client.get(location).json();
        assertThat(order.path("decision").path("by").textValue()).isEqualTo("deadline_rule");
    }

    @Test
    void the_lines_that_are_short_are_named() {
        client.stocked("tea", "1", 2);

        Answer refused = client.order("tea", 3);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("insufficient_stock");
        JsonNode line = refused.json().path("problems").path(0);
        assertThat(line.path("line").intValue()).isEqualTo(1);
        assertThat(line.path("sku").textValue()).isEqualTo("tea");
        assertThat(line.path("requested").longValue()).isEqualTo(3);
        assertThat(line.path("available").longValue()).isEqualTo(2);
    }

    @Test
    void cancelling_releases_what_was_reserved_once() {
        client.stocked("tea", "1", 5);
        String location = client.order("tea", 5).header("Location");

        Answer cancelled = client.post(location + "/cancel", "{\"reason\":\"changed my mind\"}");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().path("status").textValue()).isEqualTo("cancelled");
        assertThat(cancelled.json().path("reason").textValue()).isEqualTo("changed my mind");
        assertThat(client.get("/v1/stock/main/tea").json().path("available").longValue())
                .isEqualTo(5);
        Answer again = client.post(location + "/cancel", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("order_not_cancellable");
    }

    @Test
    void history_tells_what_happened_in_order_and_asOf_what_it_made() {
        client.stocked("tea", "1", 5);
        Answer placed = client.order("tea", 1);
        String location = placed.header("Location");
        String reservedAt = client.get(location).json().path("updatedAt").textValue();
        client.post(location + "/cancel", "{}");

        JsonNode history = client.get(location + "/history").json();

        assertThat(history.path("events").findValuesAsText("type"))
                .containsExactly("order.created", "order.reserved", "order.cancelled");
        assertThat(history.path("events").findValues("actor")).hasSize(3).allSatisfy(actor -> assertThat(
                        actor.path("subject").textValue())
                .isEqualTo("tester"));
        assertThat(history.path("events")
                        .path(0)
                        .path("data")
                        .path("summary")
                        .path("units")
                        .longValue())
                .isEqualTo(1);
        assertThat(client.get(location + "?asOf=" + reservedAt)
                        .json()
                        .path("status")
                        .textValue())
                .isEqualTo("reserved");
        assertThat(client.get(location + "?asOf=" + Instant.now().plusSeconds(60))
                        .json()
                        .path("status")
                        .textValue())
                .isEqualTo("cancelled");
        String tag = client.get(location + "?asOf=" + reservedAt).header("ETag");
        assertThat(tag).matches("\"v[0-9]+\"");
        assertThat(client.get(location + "?asOf=" + reservedAt, "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
        assertThat(client.get(location + "?asOf=2001-01-01T00:00:00Z").problem())
                .isEqualTo("unknown_order");
        assertThat(client.get(location + "?asOf=yesterday").problem()).isEqualTo("invalid_as_of");
    }

    @Test
    void a_customers_orders_are_listed_newest_first_in_pages_that_do_not_overlap() {
        client.stocked("tea", "1", 100);
        for (int i = 0; i < 5; i++) {
            assertThat(client.order("tea", 1).status()).isEqualTo(201);
        }

        JsonNode first = client.get("/v1/orders?customer=c1&limit=2").json();
        JsonNode second = client.get("/v1/orders?customer=c1&limit=2&cursor="
                        + first.path("next").textValue())
                .json();
        JsonNode third = client.get("/v1/orders?customer=c1&limit=2&cursor="
                        + second.path("next").textValue())
                .json();

        Set<String> ids = new HashSet<>();
        first.path("items").forEach(order -> ids.add(order.path("orderId").textValue()));
        second.path("items").forEach(order -> ids.add(order.path("orderId").textValue()));
        third.path("items").forEach(order -> ids.add(order.path("orderId").textValue()));
        assertThat(ids).hasSize(5);
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(first.path("items").path(0).has("lines")).isFalse();
        assertThat(first.path("items").path(0).path("placedAt").textValue())
                .isGreaterThanOrEqualTo(
                        first.path("items").path(1).path("placedAt").textValue());
        assertThat(client.get("/v1/orders?customer=c1&lines=true")
                        .json()
                        .path("items")
                        .path(0)
                        .path("lines"))
                .hasSize(1);
    }

    @Test
    void an_import_keeps_its_time_its_price_and_its_reference() {
        client.stocked("tea", "9.99", 100);
        client.order("tea", 1);

        Answer imported = client.post("/v1/orders", """
                {"customerId":"17850","country":"United Kingdom","reference":"536365","placedAt":"2010-12-01T08:26:00Z",
                 "channel":"online-retail","lines":[{"sku":"tea","quantity":6,"unitPrice":"2.55"}]}""");

        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.json().path("orderId").textValue()).isEqualTo("main~536365");
        assertThat(imported.json().path("status").textValue()).isEqualTo("confirmed");
        assertThat(imported.json().path("total").path("amount").longValue()).isEqualTo(1530);
        JsonNode order = client.get("/v1/orders/main~536365").json();
        assertThat(order.path("placedAt").textValue()).isEqualTo("2010-12-01T08:26:00Z");
        assertThat(order.path("imported").booleanValue()).isTrue();
        assertThat(order.path("decision").path("by").textValue()).isEqualTo("import");
    }

    @Test
    void the_same_idempotency_key_places_one_order_and_gets_the_same_answer() {
        client.stocked("tea", "1", 10);
        client.order("tea", 1);

        Answer first = client.order("tea", 2, "Idempotency-Key", "basket-1");
        Answer again = client.order("tea", 2, "Idempotency-Key", "basket-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(client.get("/v1/stock/main/tea").json().path("reserved").longValue())
                .isEqualTo(3);
        Answer other = client.order("tea", 3, "Idempotency-Key", "basket-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void an_order_of_1500_lines_is_taken_and_one_more_line_is_not() {
        client.stocked("tea", "1", 10_000);
        client.order("tea", 1);

        assertThat(client.post("/v1/orders", orderOf(1_500)).status()).isEqualTo(201);
        assertThat(client.post("/v1/orders", orderOf(1_501)).problem()).isEqualTo("too_many_lines");
    }

    private static String orderOf(int lines) {
        String line = "{\"sku\":\"tea\",\"quantity\":1}";
        return "{\"customerId\":\"c2\",\"country\":\"GB\",\"lines\":[" + (line + ",").repeat(lines - 1) + line + "]}";
    }

    @Test
    void an_unchanged_state_is_not_sent_again() {
        client.stocked("tea", "1", 10);
        Answer product = client.get("/v1/products/tea");

        Answer unchanged = client.get("/v1/products/tea", "If-None-Match", product.header("ETag"));

        assertThat(product.header("ETag")).isEqualTo("\"v1\"");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        client.put("/v1/products/tea/price", "{\"unitPrice\":\"2\",\"currency\":\"GBP\"}");
        Answer changed = client.get("/v1/products/tea", "If-None-Match", product.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("unitPrice").textValue()).isEqualTo("2.0000");
        assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
    }
}
