package com.fusioncommerce.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.Actor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossOriginTest {
    private static final String SHOP = "https://shop.example";

    private HttpServer server = server(Set.of(SHOP));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_configured_origin_may_ask_and_is_told_what_it_may_send() throws Exception {
        HttpResponse<String> preflight = send(
                "OPTIONS",
                "/v1/things",
                "Origin",
                SHOP,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type,idempotency-key");

        assertThat(preflight.statusCode()).isBetween(200, 204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(header(preflight, "Access-Control-Allow-Headers"))
                .containsIgnoringCase("authorization")
                .containsIgnoringCase("idempotency-key");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void its_page_can_read_answers_refusals_and_the_headers_that_matter() throws Exception {
        HttpResponse<String> answer = send("GET", "/v1/things", "Origin", SHOP, "Authorization", "Bearer good");
        HttpResponse<String> refusal = send("GET", "/v1/things", "Origin", SHOP);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(header(answer, "Vary")).contains("Origin");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("Consistency-Token", "Location");
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(header(refusal, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
    }

    @Test
    void another_origin_is_allowed_nothing() throws Exception {
        for (String origin : List.of("https://evil.example", "https://shop.example.evil.example", "null")) {
            HttpResponse<String> preflight =
                    send("OPTIONS", "/v1/things", "Origin", origin, "Access-Control-Request-Method", "POST");
            HttpResponse<String> answer = send("GET", "/v1/things", "Origin", origin, "Authorization", "Bearer good");

            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void dashboards_stay_with_their_own_origin() throws Exception {
        assertThat(send("GET", "/dashboards/things", "Origin", SHOP, "Authorization", "Bearer good")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void without_origins_a_preflight_is_a_method_like_any_other() throws Exception {
        server.close();
        server = server(Set.of());

        assertThat(send("OPTIONS", "/v1/things", "Origin", SHOP, "Access-Control-Request-Method", "POST")
                        .statusCode())
                .isEqualTo(405);
    }

    private static HttpServer server(Set<String> origins) {
        Access access = Access.bearer(Scope.EVENTS_READ);
        return HttpServer.start(
                new HttpServer.Limits("127.0.0.1", 0, 1 << 20, 8, 1_000),
                List.of(
                        Route.get("/v1/things", access, call -> Reply.ok(List.of())
                                .now()),
                        Route.get("/dashboards/things", access, call -> Reply.ok(List.of())
                                .now())),
                CrossOriginTest::principal,
                new SimpleMeterRegistry(),
                Browsers.of(origins, Set.of()));
    }

    private static Principal principal(String token) {
        if (!token.equals("good")) {
            throw ProblemException.of(ProblemType.INVALID_TOKEN, "no token");
        }
        return Principal.of(
                "acme", "somebody", Actor.staff("somebody"), Set.of(Scope.EVENTS_READ.claim()), Long.MAX_VALUE);
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }
}
