package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.ApiClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that invalid input gets a problem of its own type, never a failure of the server. */
@ExtendWith(ApiExtension.class)
class BadInputTest {
    private static final String PRODUCT = "{\"sku\":\"x\",\"name\":\"X\",\"unitPrice\":\"1\",\"currency\":\"EUR\"}";

    private final ApiExtension.Shared shared;
    private ApiClient client;

    BadInputTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        client = shared.newTenant();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            400 | malformed_json      | {"sku":
            400 | malformed_json      | {"sku":"a"} trailing
            400 | malformed_json      | {"sku":"a","sku":"b"}
            400 | malformed_json      | [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]
            400 | malformed_json      | ''
            400 | malformed_json      | {"sku":"a","name":"A","unitPrice":1e2147483648,"currency":"EUR"}
            400 | malformed_json      | {"sku":"a","name":"A","unitPrice":"1","currency":"EUR","inventoryCount":0e99999999999}
            400 | wrong_type          | {"sku":"a","name":null,"unitPrice":"1","currency":"EUR"}
            400 | wrong_type          | {"sku":"a","name":"A","description":null,"unitPrice":"1","currency":"EUR"}
            400 | wrong_type          | {"sku":"a","name":"A","attributes":null,"unitPrice":"1","currency":"EUR"}
            400 | wrong_type          | {"sku":"a","name":"A","inventoryCount":null,"unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"\\u00a0","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"\\u200b\\ufeff","unitPrice":"1","currency":"EUR"}
            400 | wrong_type          | []
            400 | wrong_type          | null
            400 | missing_field       | {}
            400 | unknown_field       | {"sku":"a","name":"A","unitPrice":"1","currency":"EUR","colour":"red"}
            400 | wrong_type          | {"sku":1,"name":"A","unitPrice":"1","currency":"EUR"}
            400 | wrong_type          | {"sku":"a","name":"A","unitPrice":1.0,"currency":"EUR"}
            400 | wrong_type          | {"sku":"a","name":"A","unitPrice":"1","currency":"EUR","attributes":["red"]}
            400 | wrong_type          | {"sku":"a","name":"A","unitPrice":"1","currency":"EUR","attributes":{"size":1}}
            422 | invalid_price       | {"sku":"a","name":"A","unitPrice":"-1","currency":"EUR"}
            422 | invalid_price       | {"sku":"a","name":"A","unitPrice":"1.23456","currency":"EUR"}
            422 | invalid_price       | {"sku":"a","name":"A","unitPrice":"1e5","currency":"EUR"}
            422 | invalid_price       | {"sku":"a","name":"A","unitPrice":"900719925474.0991","currency":"EUR"}
            422 | invalid_price       | {"sku":"a","name":"A","unitPrice":"9999999999999","currency":"EUR"}
            422 | unknown_currency    | {"sku":"a","name":"A","unitPrice":"1","currency":"ZZZ"}
            422 | unknown_currency    | {"sku":"a","name":"A","unitPrice":"1","currency":"eur"}
            422 | invalid_id          | {"sku":"a/b","name":"A","unitPrice":"1","currency":"EUR"}
            422 | invalid_id          | {"sku":"a~b","name":"A","unitPrice":"1","currency":"EUR"}
            422 | invalid_id          | {"sku":"","name":"A","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"\\u0000","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"\\ud800","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"a\\nb","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"a\\tb","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"a\\u0085b","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"a\\u2028b","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"a\\u202eb","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"A","description":"a\\u0007b","unitPrice":"1","currency":"EUR"}
            422 | invalid_text        | {"sku":"a","name":"A","unitPrice":"1","currency":"EUR","attributes":{"a":"\\u001b[2J"}}
            400 | unknown_field       | {"sku":"a","name":"A","unitPrice":"1","currency":"EUR","\\ud800":1}
            422 | unknown_currency    | {"sku":"a","name":"A","unitPrice":"1","currency":"HRK"}
            422 | invalid_id          | {"sku":"a ","name":"A","unitPrice":"1","currency":"EUR"}
            422 | invalid_id          | {"sku":" a","name":"A","unitPrice":"1","currency":"EUR"}
            422 | invalid_id          | {"sku":"a  b","name":"A","unitPrice":"1","currency":"EUR"}
            422 | invalid_id          | {"sku":"\\u0430","name":"A","unitPrice":"1","currency":"EUR"}
            """)
    void a_product_that_is_none(int status, String code, String body) {
        Answer answer = client.post("/v1/products", body);

        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            422 | unknown_sku       | {"customerId":"c","country":"GB","lines":[{"sku":"none","quantity":1}]}
            422 | invalid_quantity  | {"customerId":"c","country":"GB","lines":[{"sku":"a","quantity":-1}]}
            422 | invalid_quantity  | {"customerId":"c","country":"GB","lines":[{"sku":"a","quantity":0}]}
            422 | invalid_quantity  | {"customerId":"c","country":"GB","lines":[{"sku":"a","quantity":99999999999999999999999}]}
            400 | wrong_type        | {"customerId":"c","country":"GB","lines":[{"sku":"a","quantity":1.5}]}
            400 | wrong_type        | {"customerId":"c","country":"GB","lines":[{"sku":"a","quantity":"1"}]}
            400 | wrong_type        | {"customerId":"c","country":"GB","lines":[1]}
            400 | wrong_type        | {"customerId":"c","country":"GB","lines":{}}
            400 | unknown_field     | {"customerId":"c","country":"GB","lines":[{"sku":"a","quantity":1,"price":2}]}
            400 | missing_field     | {"customerId":"c","country":"GB"}
            422 | empty_order       | {"customerId":"c","country":"GB","lines":[]}
            422 | invalid_text      | {"customerId":"c","country":"","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_text      | {"customerId":"c","country":"GB","channel":"WEB SHOP","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_id        | {"customerId":"c ","country":"GB","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_id        | {"customerId":"c","country":"GB","reference":"r ","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_id        | {"customerId":"c","country":"GB","lines":[{"sku":"a ","quantity":1}]}
            422 | invalid_text      | {"customerId":"c","country":"G\\nB","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_id        | {"customerId":"a/b","country":"GB","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_id        | {"customerId":"c","country":"GB","pool":"a~b","lines":[{"sku":"a","quantity":1}]}
            422 | unknown_currency  | {"customerId":"c","country":"GB","currency":"QQQ","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_time      | {"customerId":"c","country":"GB","placedAt":"yesterday","lines":[{"sku":"a","quantity":1}]}
            422 | invalid_time      | {"customerId":"c","country":"GB","placedAt":"+999999999-01-01T00:00:00Z","lines":[{"sku":"a","quantity":1}]}
            """)
    void an_order_that_is_none(int status, String code, String body) {
        Answer answer = client.post("/v1/orders", body);

        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void a_number_that_no_number_can_be_is_malformed_also_where_nobody_is_logged_in() {
        Answer answer = client.with(null).post("/dashboards/session", "{\"token\":1e2147483648}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed_json");
    }

    @Test
    void malformed_json_is_told_where() {
        Answer answer = client.post("/v1/products", "{\n  \"sku\": oops }");

        assertThat(answer.json().path("detail").textValue()).contains("line 2");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Answer answer =
                client.post("/v1/products", "{\"sku\":\"a\",\"unitPrice\":\"-1\",\"currency\":\"ZZZ\",\"x\":1}");

        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/name", "/unitPrice", "/currency", "/x");
        assertThat(answer.json().path("errors").findValuesAsText("code"))
                .containsExactly("missing_field", "invalid_price", "unknown_currency", "unknown_field");
    }

    @Test
    void the_length_of_a_text_is_counted_in_code_points() {
        String name = "\ud83e\uded6".repeat(200);
        String product = "{\"sku\":\"%s\",\"name\":\"%s\",\"unitPrice\":\"1\",\"currency\":\"EUR\"}";

        assertThat(client.post("/v1/products", product.formatted("a", name)).status())
                .isEqualTo(201);
        assertThat(client.post("/v1/products", product.formatted("b", name + "\ud83e\uded6"))
                        .problem())
                .isEqualTo("invalid_text");
    }

    @Test
    void a_name_that_is_cut_within_a_character_is_told_all_the_same() {
        String field = "a".repeat(63) + "\ud83e\uded6";

        assertThat(client.post("/v1/products", "{\"" + field + "\":1}").status())
                .isEqualTo(400);
    }

    @Test
    void descriptions_have_lines() {
        String product =
                "{\"sku\":\"a\",\"name\":\"A\",\"description\":\"one\\n\\ttwo\",\"unitPrice\":\"1\",\"currency\":\"EUR\"}";

        assertThat(client.post("/v1/products", product)
                        .json()
                        .path("description")
                        .textValue())
                .isEqualTo("one\n\ttwo");
    }

    @Test
    void a_currency_of_four_decimals_is_one() {
        client.post("/v1/products", "{\"sku\":\"u\",\"name\":\"U\",\"unitPrice\":\"1.2345\",\"currency\":\"UYW\"}");
        client.put("/v1/stock/main/u", "{\"onHand\":5}");

        assertThat(client.order("u", 2).json().at("/total/amount").longValue()).isEqualTo(24_690);
    }

    @Test
    void what_is_to_be_written_has_an_id_that_can_be_one() {
        assertThat(client.put("/v1/stock/main/a%20", "{\"onHand\":1}").problem())
                .isEqualTo("invalid_id");
        assertThat(client.post("/v1/orders/main~a%20/cancel", "{}").problem()).isEqualTo("invalid_id");
    }

    @Test
    void no_number_of_units_slips_past_its_limits() {
        String path = "/v1/stock/main/a/adjustments";
        for (String delta : List.of("-9223372036854775808", "9223372036854775807", "-1000000000001")) {
            assertThat(client.post(path, "{\"delta\":" + delta + "}").problem()).isEqualTo("invalid_quantity");
        }
    }

    @Test
    void an_order_is_not_cancelled_before_it_was_placed() {
        client.stocked("x", "1", 5);
        String id = client.order("x", 1).json().path("orderId").textValue();

        Answer answer = client.post("/v1/orders/" + id + "/cancel", "{\"cancelledAt\":\"2011-12-01T08:26:00Z\"}");

        assertThat(answer.problem()).isEqualTo("invalid_time");
        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate", "br", "'identity, gzip'"})
    void a_body_that_is_encoded_is_not_read(String encoding) {
        Answer answer = client.post("/v1/products", PRODUCT, "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported_media_type");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void a_time_in_the_future_is_no_time_of_an_import() {
        String body =
                "{\"customerId\":\"c\",\"country\":\"GB\",\"placedAt\":\"%s\",\"lines\":[{\"sku\":\"a\",\"quantity\":1}]}"
                        .formatted(Instant.now().plusSeconds(3_600));

        assertThat(client.post("/v1/orders", body).problem()).isEqualTo("invalid_time");
    }

    @Test
    void what_only_imports_may_say_needs_their_scope() {
        ApiClient shopper = shared.platform().client(shared.api(), client.tenant(), List.of("orders:write"));
        String body =
                "{\"customerId\":\"c\",\"country\":\"GB\",\"lines\":[{\"sku\":\"a\",\"quantity\":1,\"unitPrice\":\"0.01\"}]}";

        Answer answer = shopper.post("/v1/orders", body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("import_only");
    }

    @Test
    void a_body_of_ten_megabytes_is_too_large() {
        String huge = "{\"sku\":\"" + "a".repeat(10 << 20) + "\"}";

        Answer answer = client.post("/v1/products", huge);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body_too_large");
    }

    @Test
    void a_body_of_unknown_length_is_too_large_as_well() {
        HttpRequest.Builder request = client.request("/v1/products")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 << 20])));

        assertThat(client.send(request).problem()).isEqualTo("body_too_large");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/json;charset=utf-16", "application/json; charset=foo"})
    void a_body_of_another_type_is_not_read(String type) {
        HttpRequest.Builder request = client.request("/v1/products")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(PRODUCT));

        Answer answer = client.send(request);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported_media_type");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "404, unknown_route, /v1/nothing",
        "404, unknown_route, /v1/products/",
        "404, unknown_product, /v1/products/none",
        "404, unknown_product, /v1/products/a%7Eb",
        "404, unknown_stock, /v1/stock/main/none",
        "404, unknown_stock, /v1/stock/a%7Eb/none",
        "404, unknown_order, /v1/orders/main~none",
        "404, unknown_order, /v1/orders/none",
        "404, unknown_order, /v1/orders/main~none/history",
        "404, unknown_command, /v1/commands/none",
        "404, unknown_command, /v1/commands/b3JkZXJzCmE",
        "404, unknown_command, /v1/commands/b3JkZXJzCm1haW5-YQoxMjNlNDU2Ny1lODliLTEyZDMtYTQ1Ni00MjY2MTQxNzQwMDA",
        "404, unknown_command, /v1/commands/b3JkZXJzCjAxMjNhYmMK",
        "400, unknown_parameter, /v1/products?page=2",
        "400, invalid_limit, /v1/products?limit=0",
        "400, invalid_limit, /v1/products?limit=501",
        "400, invalid_limit, /v1/products?limit=ten",
        "400, invalid_cursor, /v1/products?cursor=abc",
        "400, invalid_cursor, /v1/products?cursor=%00",
        "400, invalid_parameter, /v1/orders?customer=",
        "400, invalid_parameter, /v1/orders?customer=a%2Fb",
        "400, invalid_parameter, /v1/orders?customer=c&lines=yes",
        "400, invalid_parameter, /v1/events?types=order.exploded",
        "400, invalid_parameter, '/v1/events?types=,'",
        "400, invalid_parameter, '/v1/events?types=order.created,order.created,'",
        "404, unknown_product, /v1/products/a%20",
        "404, unknown_product, /v1/products/%20a",
        "404, unknown_product, /v1/products/a%20%20b",
        "404, unknown_product, /v1/products/%D0%B0",
        "404, unknown_stock, /v1/stock/main/a%20",
        "404, unknown_order, /v1/orders/main~a%20",
        "400, unknown_parameter, /health/live?x=1",
        "400, unknown_parameter, /openapi.json?x=1",
        "400, invalid_request, /v1/products/%u0041",
        "400, invalid_request, /v1/products?cursor=%u0041",
        "404, unknown_product, /v1/products/%2F",
        "400, invalid_request, /v1/products/%zz"
    })
    void an_address_that_names_nothing(int status, String code, String path) throws IOException {
        assertThat(raw("GET", path)).contains("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void a_method_that_a_route_does_not_have_is_answered_with_those_it_has() {
        Answer answer = client.method("DELETE", "/v1/products");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method_not_allowed");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void tokens_and_keys_that_were_not_made_here_are_refused() {
        assertThat(client.get("/v1/products/x", "Consistency-Token", "???").problem())
                .isEqualTo("invalid_consistency_token");
        assertThat(client.get("/v1/events", "Last-Event-ID", "???").problem()).isEqualTo("invalid_last_event_id");
        assertThat(client.post("/v1/products", PRODUCT, "Idempotency-Key", "a b")
                        .problem())
                .isEqualTo("invalid_idempotency_key");
    }

    @Test
    void headers_that_are_too_large_are_refused_with_a_problem() {
        Answer answer = client.get("/v1/products", "X-Large", "a".repeat(20_000));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.problem()).isEqualTo("headers_too_large");
    }

    @Test
    void what_exists_already_and_what_cannot_be_done_are_conflicts() {
        client.stocked("x", "1", 5);
        assertThat(client.post("/v1/products", PRODUCT).problem()).isEqualTo("product_exists");
        assertThat(client.order("x", 4).status()).isEqualTo(201);
        assertThat(client.put("/v1/stock/main/x", "{\"onHand\":3}").problem()).isEqualTo("stock_below_reserved");
        assertThat(client.post("/v1/stock/main/x/adjustments", "{\"delta\":-6}").problem())
                .isEqualTo("negative_stock");
        assertThat(client.post("/v1/stock/main/x/adjustments", "{\"delta\":0}").problem())
                .isEqualTo("invalid_quantity");
        assertThat(client.put("/v1/stock/main/x", "{\"onHand\":-1}").problem()).isEqualTo("invalid_quantity");
        assertThat(client.put("/v1/products/none/price", "{\"unitPrice\":\"1\",\"currency\":\"EUR\"}")
                        .problem())
                .isEqualTo("unknown_product");
        assertThat(client.post("/v1/orders/main~none/cancel", "{}").problem()).isEqualTo("unknown_order");
    }

    @Test
    void an_order_in_another_currency_than_its_products_is_refused() {
        client.stocked("x", "1", 5);
        client.order("x", 1);
        String body =
                "{\"customerId\":\"c\",\"country\":\"GB\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"x\",\"quantity\":1}]}";

        assertThat(client.post("/v1/orders", body).problem()).isEqualTo("currency_mismatch");
    }

    @Test
    void a_reference_is_imported_once() {
        client.stocked("x", "1", 5);
        client.order("x", 1);
        String body =
                "{\"customerId\":\"c\",\"country\":\"GB\",\"reference\":\"r1\",\"lines\":[{\"sku\":\"x\",\"quantity\":1}]}";

        assertThat(client.post("/v1/orders", body).status()).isEqualTo(201);
        assertThat(client.post("/v1/orders", body).problem()).isEqualTo("order_exists");
    }

    /** Sends a raw request line that HTTP clients would not send. */
    private String raw(String method, String path) throws IOException {
        String token = shared.platform().token(client.tenant(), ApiEnvironment.ALL_SCOPES, Duration.ofMinutes(1));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), shared.api().port())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
