package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.testing.RawConnection;
import com.fusioncommerce.api.testing.RawConnection.Answer;
import com.fusioncommerce.schemas.Actor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the head of requests: caller, origin, and duplicates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestHeadTest {
    private static final String CORS = "https://shop.example";
    private static final String PUBLIC = "https://ops.example";

    private final Sessions sessions = new Sessions();
    private HttpServer server;

    @BeforeAll
    void start() {
        Access browser = Access.browser(Scope.DASHBOARDS_READ);
        server = HttpServer.start(
                new HttpServer.Limits("127.0.0.1", 0, 1 << 20, 8, 1_000),
                List.of(
                        Route.get("/open", Access.open(), RequestHeadTest::told, "q", "r"),
                        Route.get("/mine", browser, RequestHeadTest::told),
                        Route.post("/mine", browser, RequestHeadTest::told),
                        Route.passing("GET", "/passed", Access.open(), RequestHeadTest::told),
                        Route.passing("DELETE", "/mine", browser, RequestHeadTest::told)),
                RequestHeadTest::principal,
                new SimpleMeterRegistry(),
                new Browsers(Set.of(CORS), Set.of(PUBLIC), sessions));
    }

    private static CompletableFuture<Reply> told(Call call) {
        return Reply.text(
                        200,
                        "text/plain",
                        call.query("q").orElse("no q") + "|"
                                + call.header("X-One").orElse("") + "|"
                                + call.list("X-List").orElse("") + "|" + call.target())
                .now();
    }

    private static Principal principal(String token) {
        if (!token.equals("t") && !token.equals("a.b.c")) {
            throw ProblemException.of(ProblemType.INVALID_TOKEN, "not a token");
        }
        return Principal.of("acme", "x", Actor.staff("x"), Set.of(Scope.DASHBOARDS_READ.claim()), Long.MAX_VALUE);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_header_with_one_value_is_refused_twice_and_a_list_is_joined() throws IOException {
        refused(400, "X-One", "GET /open", "X-One: 1", "X-One: 1");
        refused(400, "X-One", "GET /open", "X-One: 1", "X-One:");
        refused(400, "X-Correlation-Id", "GET /open", "X-Correlation-Id: a", "X-Correlation-Id: b");
        refused(400, "Authorization", "GET /mine", "Authorization: Bearer t", "Authorization: Bearer t");
        refused(400, "Authorization", "GET /mine", "Authorization: Bearer t", "Authorization: Basic x");
        refused(400, "fusion_session", "GET /mine", "Cookie: fusion_session=t; fusion_session=t");
        refused(400, "fusion_session", "GET /mine", "Cookie: fusion_session=t", "Cookie: fusion_session=x");

        assertThat(send("GET /open", "X-List: a", "X-List: b").body()).contains("|a, b|");
        assertThat(send("GET /open", "X-Unread: a", "X-Unread: b").status()).isEqualTo(200);
        assertThat(send("GET /mine", "Cookie: a=1; fusion_session=t; a=2").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=1&q=2", "q=1&q=1", "q&q=1", "q=1&r=2&q=", "q=1&%71=2", "r=1&r=2"})
    void a_parameter_is_refused_twice_also_where_it_is_written_otherwise(String query) throws IOException {
        Answer answer = send("GET /open?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"invalid_parameter\"").contains("more than once");
    }

    @Test
    void a_route_that_passes_its_query_on_passes_all_of_it() throws IOException {
        assertThat(send("GET /passed?a=1&a=2").body()).endsWith("/passed?a=1&a=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "utf-16", "iso-8859-1", "", "\u00e9"})
    void a_query_is_utf_8_whatever_charset_a_header_names(String charset) throws IOException {
        Answer answer = send("GET /open?q=%C3%A9+%2B", "Content-Type: text/plain; charset=" + charset);

        assertThat(answer.body()).startsWith("\u00e9 +|");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            403 | Origin: https://evil.example       | -
            403 | Origin: http://localhost:81        | -
            403 | Origin: https://localhost          | -
            403 | Origin: http://localhost.evil:8080 | -
            403 | Origin: null                       | -
            403 | Origin:                            | -
            403 | Origin: localhost:8080             | -
            403 | Origin: https://evil.example       | Sec-Fetch-Site: same-origin
            403 | Origin: http://localhost:8080      | Sec-Fetch-Site: cross-site
            403 | Sec-Fetch-Site: same-site          | -
            403 | Sec-Fetch-Site: none               | Origin: https://evil.example
            200 | Origin: http://localhost:8080      | -
            200 | Origin: https://LOCALHOST:8080     | Sec-Fetch-Site: same-origin
            403 | Origin: https://shop.example       | -
            403 | Origin: https://shop.example       | Sec-Fetch-Site: same-origin
            200 | Origin: https://ops.example        | -
            200 | X: y                               | -
            """)
    void what_changes_something_with_a_cookie_comes_from_the_servers_own_pages(int status, String one, String other)
            throws IOException {
        String second = other == null ? "X-Other: 1" : other;
        for (String method : List.of("POST", "DELETE")) {
            Answer answer = send(method + " /mine", "Cookie: fusion_session=t", one, second);

            assertThat(answer.status()).as(method).isEqualTo(status);
            assertThat(answer.body().contains("foreign_origin")).isEqualTo(status == 403);
        }
        assertThat(send("GET /mine", "Cookie: fusion_session=t", one, second).status())
                .isEqualTo(200);
    }

    @Test
    void a_port_that_goes_without_saying_is_compared_too() throws IOException {
        for (String host : List.of("shop.test", "shop.test:443")) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send("DELETE /mine HTTP/1.1\r\nHost: " + host
                        + "\r\nCookie: fusion_session=t\r\nOrigin: https://shop.test\r\n\r\n");
                assertThat(connection.answer(false).status()).as(host).isEqualTo(200);
            }
        }
    }

    @Test
    void a_session_that_was_ended_is_none_and_others_with_its_token_go_on() throws IOException {
        String one = sessions.open("a.b.c");
        String other = sessions.open("a.b.c");
        assertThat(send("GET /mine", "Cookie: fusion_session=" + one).status()).isEqualTo(200);

        sessions.end(one, System.currentTimeMillis() + 60_000);

        refused(401, "session has ended", "GET /mine", "Cookie: fusion_session=" + one);
        assertThat(send("GET /mine", "Cookie: fusion_session=" + other).status())
                .isEqualTo(200);
        assertThat(send("GET /mine", "Authorization: Bearer a.b.c").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /open", "GET /mine", "DELETE /mine?x=1", "HEAD /open"})
    void a_body_is_taken_where_the_route_says_so_only(String request) throws IOException {
        for (String body :
                List.of("Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n")) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send(request + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n" + body);
                boolean head = request.startsWith("HEAD");
                Answer answer = connection.answer(head);

                assertThat(answer.status()).isEqualTo(request.startsWith("DELETE") ? 200 : 400);
                assertThat(answer.body()).contains(head ? "" : answer.status() == 400 ? "no body" : "/mine");
                connection.send("GET /open HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(connection.answer(false).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_body_without_a_byte_is_none() throws IOException {
        assertThat(send("GET /open", "Content-Length: 0").status()).isEqualTo(200);
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /open HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            assertThat(connection.answer(false).status()).isEqualTo(200);
        }
    }

    private void refused(int status, String named, String request, String... headers) throws IOException {
        Answer answer = send(request, headers);

        assertThat(answer.status()).as(request + List.of(headers)).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo(Reply.PROBLEM);
        assertThat(answer.body()).contains(named);
    }

    private Answer send(String request, String... headers) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            StringBuilder text = new StringBuilder(request + " HTTP/1.1\r\nHost: localhost:8080\r\n");
            for (String header : headers) {
                text.append(header).append("\r\n");
            }
            connection.send(text.append("\r\n").toString().getBytes(ISO_8859_1));
            return connection.answer(request.startsWith("HEAD"));
        }
    }
}
