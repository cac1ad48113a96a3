package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that an idempotency key is scoped to tenant, operation and caller, not to content. */
@ExtendWith(ApiExtension.class)
class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";
    private static final String ONE_MORE = "{\"delta\":1}";

    private final ApiExtension.Shared shared;
    private ApiClient client;

    IdempotencyTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        client = shared.newTenant();
    }

    @Test
    void a_repeated_request_gets_the_status_and_body_of_the_first_and_not_what_is_true_now() {
        client.stocked("tea", "1", 10);
        Answer first = adjust("main", "tea", ONE_MORE, "k");
        assertThat(client.post("/v1/stock/main/tea/adjustments", "{\"delta\":5}")
                        .status())
                .isEqualTo(200);

        Answer again = adjust("main", "tea", ONE_MORE, "k");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.json().path("onHand").longValue()).isEqualTo(11);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Consistency-Token")).isEqualTo(first.header("Consistency-Token"));
        assertThat(onHand("main", "tea")).isEqualTo(16);
    }

    @Test
    void every_operation_that_writes_repeats_what_it_answered() {
        client.stocked("tea", "1", 10);
        String order = client.order("tea", 1).json().path("orderId").textValue();
        List<Answer> firsts = everything(order);
        client.put("/v1/products/tea/price", "{\"unitPrice\":\"9\",\"currency\":\"GBP\"}");
        client.put("/v1/stock/main/tea", "{\"onHand\":99}");
        client.put("/v1/pools/main/spread", "{\"pools\":[]}");

        List<Answer> agains = everything(order);

        assertThat(firsts).extracting(Answer::status).containsExactly(201, 200, 200, 200, 200, 200, 201, 200);
        for (int i = 0; i < firsts.size(); i++) {
            assertThat(agains.get(i).status()).isEqualTo(firsts.get(i).status());
            assertThat(agains.get(i).text()).isEqualTo(firsts.get(i).text());
            assertThat(agains.get(i).header("Location")).isEqualTo(firsts.get(i).header("Location"));
        }
        assertThat(onHand("main", "tea")).isEqualTo(99);
    }

    private List<Answer> everything(String order) {
        return List.of(
                client.post(
                        "/v1/products",
                        "{\"sku\":\"mug\",\"name\":\"Mug\",\"unitPrice\":\"2\",\"currency\":\"GBP\"}",
                        KEY,
                        "all"),
                client.put("/v1/products/tea/price", "{\"unitPrice\":\"3\",\"currency\":\"GBP\"}", KEY, "all"),
                client.put("/v1/stock/main/tea", "{\"onHand\":50}", KEY, "all"),
                adjust("main", "tea", ONE_MORE, "all"),
                client.post(
                        "/v1/stock/main/tea/transfers",
                        "{\"quantity\":2,\"to\":\"other\",\"reason\":\"\"}",
                        KEY,
                        "all"),
                client.put("/v1/pools/main/spread", "{\"pools\":[{\"pool\":\"main\"}]}", KEY, "all"),
                client.order("tea", 1, KEY, "all"),
                client.post("/v1/orders/" + order + "/cancel", "{\"reason\":\"late\"}", KEY, "all"));
    }

    @Test
    void a_refusal_is_repeated_to_the_byte_even_where_it_would_be_accepted_now() {
        client.stocked("tea", "1", 0);
        Answer first = client.order("tea", 1, KEY, "k");
        client.put("/v1/stock/main/tea", "{\"onHand\":10}");

        Answer again = client.order("tea", 1, KEY, "k");

        assertThat(first.problem()).isEqualTo("insufficient_stock");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(available("main", "tea")).isEqualTo(10);
    }

    @Test
    void a_key_that_was_used_for_another_target_or_body_is_refused_and_nothing_runs() {
        IntStream.range(0, 6).forEach(n -> client.stocked("sku" + n, "1", 10));
        assertThat(adjust("main", "sku0", ONE_MORE, "k").status()).isEqualTo(200);

        for (int n = 1; n < 6; n++) {
            assertThat(adjust("main", "sku" + n, ONE_MORE, "k").problem()).isEqualTo("idempotency_key_reused");
            assertThat(adjust("pool" + n, "sku0", ONE_MORE, "k").problem()).isEqualTo("idempotency_key_reused");
            assertThat(onHand("main", "sku" + n)).isEqualTo(10);
        }
        assertThat(adjust("main", "sku0", "{\"delta\":2}", "k").problem()).isEqualTo("idempotency_key_reused");
        assertThat(onHand("main", "sku0")).isEqualTo(11);
        for (int n = 0; n < 6; n++) {
            String product = "{\"sku\":\"new%d\",\"name\":\"N\",\"unitPrice\":\"1\",\"currency\":\"GBP\"}".formatted(n);
            Answer created = client.post("/v1/products", product, KEY, "k");
            assertThat(created.status()).isEqualTo(n == 0 ? 201 : 422);
        }
    }

    @Test
    void another_caller_another_operation_and_another_tenant_have_keys_of_their_own() {
        client.stocked("tea", "1", 10);
        ApiClient colleague = client.with(shared.platform()
                .tokens()
                .issue(client.tenant(), Actor.staff("colleague"), ApiEnvironment.ALL_SCOPES, Duration.ofMinutes(5)));
        ApiClient stranger = shared.newTenant();
        stranger.stocked("tea", "1", 10);

        assertThat(adjust("main", "tea", ONE_MORE, "k").status()).isEqualTo(200);
        assertThat(adjust(colleague, "main", "tea", ONE_MORE, "k").status()).isEqualTo(200);
        assertThat(adjust(stranger, "main", "tea", ONE_MORE, "k").status()).isEqualTo(200);
        assertThat(client.put("/v1/stock/main/other", "{\"onHand\":1}", KEY, "k")
                        .status())
                .isEqualTo(200);

        assertThat(onHand("main", "tea")).isEqualTo(12);
        assertThat(onHand("main", "other")).isEqualTo(1);
    }

    @Test
    void how_the_path_is_encoded_and_the_body_spaced_makes_no_other_request_of_it() {
        client.stocked("tea-1", "1", 10);
        Answer first = client.post("/v1/stock/main/tea-1/adjustments", "{\"delta\":1,\"reason\":\"found\"}", KEY, "k");

        for (String path : List.of("/v1/stock/main/tea%2D1/adjustments", "/v1/stock/%6dain/%74ea%2d1/adjustments")) {
            Answer again = client.post(path, "{ \"reason\" : \"found\",\n \"delta\" : 1 }", KEY, "k");
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
        }
        assertThat(onHand("main", "tea-1")).isEqualTo(11);
    }

    @Test
    void a_request_repeated_after_its_pool_was_spread_is_the_same_order() {
        client.stocked("tea", "1", 10);
        List<String> pools = IntStream.range(0, 1_000)
                .mapToObj(n -> "main-" + n)
                .filter(pool -> partition(pool) != partition("main"))
                .limit(2)
                .toList();
        pools.forEach(pool -> client.put("/v1/stock/" + pool + "/tea", "{\"onHand\":10}"));
        Answer first = client.order("tea", 1, KEY, "basket");

        for (String pool : pools) {
            assertThat(client.put("/v1/pools/main/spread", "{\"pools\":[{\"pool\":\"" + pool + "\"}]}")
                            .status())
                    .isEqualTo(200);
            Await.until("orders go to " + pool, Duration.ofSeconds(10), () -> client.order("tea", 1)
                    .json()
                    .path("orderId")
                    .textValue()
                    .startsWith(pool + "~"));
            Answer again = client.order("tea", 1, KEY, "basket");
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
        }
        assertThat(available("main", "tea")).isEqualTo(9);
    }

    private int partition(String pool) {
        return Topics.commands("orders").partitionOf(Keys.of(client.tenant(), pool));
    }

    private Answer adjust(String pool, String sku, String body, String key) {
        return adjust(client, pool, sku, body, key);
    }

    private static Answer adjust(ApiClient caller, String pool, String sku, String body, String key) {
        return caller.post("/v1/stock/" + pool + "/" + sku + "/adjustments", body, KEY, key);
    }

    private long onHand(String pool, String sku) {
        return client.get("/v1/stock/" + pool + "/" + sku).json().path("onHand").longValue();
    }

    private long available(String pool, String sku) {
        return client.get("/v1/stock/" + pool + "/" + sku)
                .json()
                .path("available")
                .longValue();
    }
}
