package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Route;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiExtension.class)
class AccessTest {
    private final ApiExtension.Shared shared;
    private ApiClient client;

    AccessTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        client = shared.newTenant();
    }

    @Test
    void every_route_that_is_not_open_refuses_who_brings_no_token_and_who_lacks_the_scope() {
        ApiClient nobody = client.with(null);
        ApiClient powerless = shared.platform().client(shared.api(), client.tenant(), List.of());
        for (Route route : shared.api().routes()) {
            if (!(route.access() instanceof Access.Open)) {
                String path = route.path().replaceAll("\\{[a-z]+}", "x");
                assertThat(nobody.method(route.method(), path).status())
                        .as(route.method() + " " + route.path())
                        .isIn(401, 303);
                assertThat(powerless.method(route.method(), path).status())
                        .as(route.method() + " " + route.path())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void only_health_metrics_the_document_and_the_log_in_page_are_open() {
        assertThat(shared.api().routes().stream()
                        .filter(route -> route.access() instanceof Access.Open)
                        .map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrder(
                        "GET /health/live",
                        "GET /health/ready",
                        "GET /metrics",
                        "GET /openapi.json",
                        "GET /dashboards/login",
                        "GET /dashboards/assets/{file}",
                        "POST /dashboards/session",
                        "DELETE /dashboards/session");
    }

    @Test
    void head_is_guarded_like_get() {
        assertThat(client.with(null).method("HEAD", "/v1/products").status()).isEqualTo(401);
        assertThat(client.method("HEAD", "/v1/products").status()).isEqualTo(200);
    }

    @Test
    void only_another_instance_may_ask_for_a_part_of_a_list() {
        client.stocked("tea", "1", 5);

        for (String header : List.of("Fusion-Scope", "Fusion-Forwarded")) {
            assertThat(client.get("/v1/products", header, "local").json().has("items"))
                    .as(header)
                    .isTrue();
        }
        for (String forged : List.of("part", "key", "part.", "part.AAAA", "1", "")) {
            Answer list = client.get("/v1/products", "Fusion-Peer", forged);
            Answer one = client.get("/v1/products/tea", "Fusion-Peer", forged);
            assertThat(list.problem()).as(forged).isEqualTo("not_a_peer");
            assertThat(one.problem()).as(forged).isEqualTo("not_a_peer");
        }
    }

    @Test
    void a_missing_token_is_told_from_a_broken_and_an_expired_one() {
        Answer missing = client.with(null).get("/v1/products");
        Answer broken = client.with("abc").get("/v1/products");
        Answer expired = client.with(
                        shared.platform().token(client.tenant(), ApiEnvironment.ALL_SCOPES, Duration.ofMinutes(-1)))
                .get("/v1/products");

        assertThat(missing.problem()).isEqualTo("missing_token");
        assertThat(broken.problem()).isEqualTo("invalid_token");
        assertThat(expired.problem()).isEqualTo("expired_token");
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"fusioncommerce\"");
        assertThat(expired.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void a_scope_that_is_missing_is_named() {
        ApiClient reader = shared.platform().client(shared.api(), client.tenant(), List.of("catalog:read"));

        Answer answer = reader.post("/v1/products", "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("insufficient_scope");
        assertThat(answer.header("WWW-Authenticate")).contains("scope=\"catalog:write\"");
    }

    @Test
    void another_tenants_things_are_not_there() {
        client.stocked("tea", "1", 5);
        String order = client.order("tea", 1).header("Location");
        ApiClient stranger = shared.newTenant();

        assertThat(stranger.get("/v1/products/tea").problem()).isEqualTo("unknown_product");
        assertThat(stranger.get("/v1/stock/main/tea").problem()).isEqualTo("unknown_stock");
        assertThat(stranger.get(order).problem()).isEqualTo("unknown_order");
        assertThat(stranger.get(order + "/history").problem()).isEqualTo("unknown_order");
        assertThat(stranger.post(order + "/cancel", "{}").problem()).isEqualTo("unknown_order");
        assertThat(stranger.get("/v1/products").json().path("items")).isEmpty();
        assertThat(stranger.get("/v1/orders?customer=c1").json().path("items")).isEmpty();
        assertThat(client.get(order).status()).isEqualTo(200);
    }

    @Test
    void a_request_keeps_the_correlation_id_it_brings() {
        Answer answer = client.get("/v1/products", "X-Correlation-Id", "basket-7");

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("basket-7");
        assertThat(client.get("/v1/products", "X-Correlation-Id", "a b").header("X-Correlation-Id"))
                .hasSize(36);
    }

    @Test
    void health_and_metrics_are_open_and_tell_of_requests() {
        client.get("/v1/products/none");
        ApiClient nobody = client.with(null);

        assertThat(nobody.get("/health/live").json().path("status").textValue()).isEqualTo("live");
        assertThat(nobody.get("/health/ready").json().path("status").textValue())
                .isEqualTo("ready");
        String metrics = nobody.get("/metrics").text();
        assertThat(metrics)
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/v1/products/{sku}\"")
                .contains("http_server_requests_seconds_bucket{method=\"GET\",route=\"/v1/products/{sku}\"")
                .doesNotContain("quantile=");
        assertThat(metrics)
                .contains("commands_under_way")
                .contains("kafka_stream")
                .contains("jvm_memory_used_bytes");
    }
}
