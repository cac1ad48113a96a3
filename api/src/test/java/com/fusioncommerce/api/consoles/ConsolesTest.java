package com.fusioncommerce.api.consoles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.testing.RawConnection;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.api.web.HttpServer;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Actor;
import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolesTest {
    private final ByteBudget answers = new ByteBudget(10_000);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private com.sun.net.httpserver.HttpServer behind;
    private HttpServer server;
    private volatile String words = "answer";

    @BeforeEach
    void start() throws IOException {
        behind =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", this::answer);
        behind.start();
        URI url = URI.create("http://127.0.0.1:" + behind.getAddress().getPort());
        server = HttpServer.start(
                new HttpServer.Limits("127.0.0.1", 0, 1 << 20, 8, 1_000),
                new ConsoleRoutes(url, url, Runnable::run, answers).routes(),
                ConsolesTest::principal,
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        server.close();
        behind.stop(0);
    }

    @Test
    void an_operators_request_reaches_the_server_without_token_cookie_or_origin() throws Exception {
        HttpResponse<String> answer = send(request("POST", "/dashboards/druid/druid/v2/sql?a=b%20c")
                .header("Authorization", "Bearer operator")
                .header("Cookie", "fusion_session=operator")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("answer");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(asked).containsExactly("POST /druid/v2/sql?a=b%20c [] [] [] body");
    }

    @Test
    void the_console_is_told_where_its_server_is() throws Exception {
        HttpResponse<String> answer =
                send(request("GET", "/dashboards/druid/console-config.js").header("Authorization", "Bearer operator"));

        assertThat(answer.body()).contains("baseURL: '/dashboards/druid'");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_redirect_stays_within_the_console() throws Exception {
        HttpResponse<String> answer =
                send(request("GET", "/dashboards/druid/moved").header("Authorization", "Bearer operator"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/dashboards/druid/elsewhere?x=1");
    }

    @Test
    void a_redirect_to_no_address_is_a_failure_of_the_console() throws Exception {
        HttpResponse<String> answer =
                send(request("GET", "/dashboards/druid/lost").header("Authorization", "Bearer operator"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("console_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "a[0]?b=[0]", "{a}?{b}", "<a>", "a^b`c", "a\"b", "%25", "%7B?%7D"})
    void an_address_reaches_the_server_behind_as_a_uri(String rest) throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    "GET /dashboards/flink/" + rest + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n\r\n");

            assertThat(connection.answer(false).status()).isEqualTo(200);
        }
        assertThat(URLDecoder.decode(asked.get(0), UTF_8)).startsWith("GET /" + URLDecoder.decode(rest, UTF_8) + " ");
    }

    @Test
    void who_is_no_operator_reaches_nothing() throws Exception {
        HttpResponse<String> viewer =
                send(request("GET", "/dashboards/druid/druid/v2/datasources").header("Authorization", "Bearer viewer"));
        HttpResponse<String> shopper = send(
                request("GET", "/dashboards/druid/druid/v2/datasources").header("Authorization", "Bearer shopper"));
        HttpResponse<String> nobody = send(request("GET", "/dashboards/flink/jobs/overview"));
        HttpResponse<String> page = send(request("GET", ConsoleRoutes.DRUID));

        assertThat(viewer.statusCode()).isEqualTo(403);
        assertThat(shopper.statusCode()).isEqualTo(403);
        assertThat(shopper.body()).contains("staff_only");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void flink_can_only_be_read(String method) throws Exception {
        assertThat(send(request(method, "/dashboards/flink/jobs/1").header("Authorization", "Bearer operator"))
                        .statusCode())
                .isEqualTo(405);
        assertThat(asked).isEmpty();
    }

    @Test
    void another_sites_page_changes_nothing() throws Exception {
        HttpResponse<String> answer =
                send(request("POST", "/dashboards/druid/druid/indexer/v1/supervisor/orders/terminate")
                        .header("Cookie", "fusion_session=operator")
                        .header("Sec-Fetch-Site", "cross-site"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("foreign_origin");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_a_problem_that_says_so() throws Exception {
        behind.stop(0);

        HttpResponse<String> answer =
                send(request("GET", "/dashboards/druid/status").header("Authorization", "Bearer operator"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("analytics_unavailable", "Druid does not answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 504, 599})
    void a_failure_of_the_server_behind_is_told_as_its_own(int status) throws Exception {
        for (String path : List.of("/dashboards/flink/%25", "/dashboards/druid/status", ConsoleRoutes.DRUID)) {
            HttpResponse<String> answer =
                    send(request("GET", path + "?fail=" + status).header("Authorization", "Bearer operator"));

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("console_failed", "answered with " + status, "answer");
        }
    }

    @Test
    void a_server_behind_that_is_busy_says_when_to_come_back() throws Exception {
        for (String query : List.of("?fail=503", "?fail=503&type=application/json")) {
            HttpResponse<String> answer =
                    send(request("GET", "/dashboards/druid/status" + query).header("Authorization", "Bearer operator"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("17");
            assertThat(answer.body()).contains(query.contains("json") ? "answer" : "analytics_unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON;charset=utf-8", "application/vnd.x%2Bjson"})
    void what_a_failure_says_in_json_reaches_the_console(String type) throws Exception {
        HttpResponse<String> answer = send(request("GET", "/dashboards/druid/status?fail=500&type=" + type)
                .header("Authorization", "Bearer operator"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("answer");
    }

    @Test
    void what_a_failure_says_is_cut_between_characters() throws Exception {
        words = "x" + "\u20ac".repeat(600);

        HttpResponse<String> answer =
                send(request("GET", "/dashboards/druid/status?fail=500").header("Authorization", "Bearer operator"));

        assertThat(answer.body()).contains(": x" + "\u20ac".repeat(499) + "\"").doesNotContain("\ufffd");
    }

    @Test
    void what_there_is_no_room_for_is_asked_for_later() throws Exception {
        answers.take(Holder.of("acme"), 5_000);

        HttpResponse<String> full =
                send(request("GET", "/dashboards/druid/status").header("Authorization", "Bearer operator"));

        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.body()).contains("overloaded");
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        answers.free(Holder.of("acme"), 5_000);
        assertThat(send(request("GET", "/dashboards/druid/status").header("Authorization", "Bearer operator"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(answers.held()).isZero();
    }

    @Test
    void what_the_server_behind_refuses_is_passed_back_as_it_is() throws Exception {
        HttpResponse<String> answer =
                send(request("GET", "/dashboards/druid/status?fail=404").header("Authorization", "Bearer operator"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("answer");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()) + " "
                + exchange.getRequestHeaders().getOrDefault("Cookie", List.of()) + " "
                + exchange.getRequestHeaders().getOrDefault("Origin", List.of()) + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        boolean moved = exchange.getRequestURI().getPath().equals("/moved");
        if (moved) {
            exchange.getResponseHeaders().set("Location", "/elsewhere?x=1");
        }
        boolean lost = exchange.getRequestURI().getPath().equals("/lost");
        if (lost) {
            exchange.getResponseHeaders().set("Location", "http://[");
        }
        byte[] body = words.getBytes(UTF_8);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        int status = query.startsWith("fail=") ? Integer.parseInt(query.substring(5, 8)) : 200;
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "17");
        }
        if (query.contains("&type=")) {
            exchange.getResponseHeaders().set("Content-Type", query.substring(query.indexOf("&type=") + 6));
        }
        exchange.sendResponseHeaders(moved || lost ? 302 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void a_service_and_staff_with_one_of_the_two_scopes_are_no_operators() throws Exception {
        for (String path : List.of(
                "/dashboards/druid/status", "/dashboards/druid/console-config.js", "/dashboards/flink/jobs/overview")) {
            HttpResponse<String> service = send(request("GET", path).header("Authorization", "Bearer service"));
            HttpResponse<String> half = send(request("GET", path).header("Authorization", "Bearer half"));

            assertThat(service.statusCode()).as(path).isEqualTo(403);
            assertThat(service.body()).contains("staff_only");
            assertThat(half.statusCode()).as(path).isEqualTo(403);
            assertThat(half.body()).contains("insufficient_scope", "dashboards:read and platform:operate");
        }
    }

    private static Principal principal(String token) {
        return switch (token) {
            case "operator" ->
                Principal.of(
                        "acme",
                        "op",
                        Actor.staff("op"),
                        Set.of(Scope.DASHBOARDS_READ.claim(), Scope.PLATFORM_OPERATE.claim()),
                        Long.MAX_VALUE);
            case "shopper" ->
                Principal.of(
                        "acme",
                        "c1",
                        Actor.shopper("c1"),
                        Set.of(Scope.DASHBOARDS_READ.claim(), Scope.PLATFORM_OPERATE.claim()),
                        Long.MAX_VALUE);
            case "service" ->
                Principal.of(
                        "acme",
                        "job",
                        Actor.service("job"),
                        Set.of(Scope.DASHBOARDS_READ.claim(), Scope.PLATFORM_OPERATE.claim()),
                        Long.MAX_VALUE);
            case "half" ->
                Principal.of(
                        "acme", "half", Actor.staff("half"), Set.of(Scope.PLATFORM_OPERATE.claim()), Long.MAX_VALUE);
            case "viewer" ->
                Principal.of(
                        "acme", "viewer", Actor.staff("viewer"), Set.of(Scope.DASHBOARDS_READ.claim()), Long.MAX_VALUE);
            default -> throw ProblemException.of(ProblemType.INVALID_TOKEN, "no token");
        };
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(
                        method,
                        method.equals("POST") || method.equals("PUT")
                                ? HttpRequest.BodyPublishers.ofString("body")
                                : HttpRequest.BodyPublishers.noBody());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
