package com.fusioncommerce.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.testing.RawConnection;
import com.fusioncommerce.api.testing.RawConnection.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests requests that no client library sends: each gets one answer, a problem and not a failure of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestShapesTest {
    private HttpServer server;

    @BeforeAll
    void start() {
        server = HttpServer.start(
                new HttpServer.Limits("127.0.0.1", 0, 1 << 20, 8, 1_000),
                List.of(
                        Route.post("/echo", Access.open(), call -> Reply.text(200, "text/plain", call.text())
                                .now()),
                        Route.get(
                                "/things/{name}",
                                Access.open(),
                                call -> Reply.text(200, "text/plain", call.path("name"))
                                        .now(),
                                "q")),
                token -> null,
                new SimpleMeterRegistry());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/../..", "/things/../../etc", "/%2e%2E/a?q=1", "/..;x/a"})
    void an_address_above_the_root_is_told_as_one(String address) throws IOException {
        Answer answer = raw("GET " + address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("above its root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/# above", "/#above", "/a/..#x"})
    void no_client_can_write_what_stands_for_such_an_address(String address) throws IOException {
        assertThat(raw("GET " + address).body()).doesNotContain("above its root");
    }

    private Answer raw(String line) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(line + " HTTP/1.1\r\nHost: x\r\n\r\n");
            return connection.answer(false);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            400 | GET /things/a HTTP/3.0
            400 | GET /things/a HTTP/2.0
            400 | GET /things/a HTTP/1.2
            400 | GET /things/a HTTP/0.9
            400 | GET /things/a HTTP/9
            400 | GET /things/a
            400 | GET
            400 | GET /things/%u0041 HTTP/1.1
            400 | GET /things/%zz HTTP/1.1
            400 | GET /things/% HTTP/1.1
            400 | GET /things/%ff HTTP/1.1
            400 | GET /things/%00 HTTP/1.1
            400 | GET /things/a?q=%u0041 HTTP/1.1
            400 | GET /things/a?%u0041=1 HTTP/1.1
            400 | GET /things/a?q=%4 HTTP/1.1
            400 | GET /things/a?q=%ff HTTP/1.1
            400 | GET /things/a#x HTTP/1.1
            400 | GET http://[/things/a HTTP/1.1
            404 | GET /things//a HTTP/1.1
            405 | BREW /things/a HTTP/1.1
            405 | get /things/a HTTP/1.1
            400 | CONNECT /things/a HTTP/1.1
            400 | OPTIONS ? HTTP/1.1
            400 | GET ? HTTP/1.1
            400 | GET ?q=1 HTTP/1.1
            400 | POST * HTTP/1.1
            400 | GET * HTTP/1.1
            400 | GET things/a HTTP/1.1
            400 | GET ../things/a HTTP/1.1
            400 | OPTIONS http:things HTTP/1.1
            400 | OPTIONS *?x HTTP/1.1
            404 | OPTIONS * HTTP/1.1
            404 | OPTIONS / HTTP/1.1
            404 | GET /? HTTP/1.1
            404 | GET http://x HTTP/1.1
            """)
    void a_request_line_that_names_nothing(int status, String line) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(line + "\r\nHost: x\r\n\r\n");
            Answer answer = connection.answer(false);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.mediaType()).isEqualTo(Reply.PROBLEM);
            assertThat(answer.header("x-correlation-id")).isNotNull();
            stillInStep(connection, answer);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | /things/a
            404 | /nothing
            405 | /echo
            400 | /things/a?x=1
            400 | /things/%u0041
            400 | /things/%ff
            404 | /things//../x
            404 | /things//a
            """)
    void an_answer_to_head_has_no_body_whatever_it_is(int status, String path) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            Answer answer = connection.answer(true);

            assertThat(answer.status()).isEqualTo(status);
            stillInStep(connection, answer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"X: aaa", "Host: y", "X y: z", "Expect: magic"})
    void an_answer_to_head_with_broken_headers_has_no_body(String header) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    "HEAD /things/a HTTP/1.1\r\nHost: x\r\n" + header.replace("aaa", "a".repeat(9_000)) + "\r\n\r\n");

            stillInStep(connection, connection.answer(true));
        }
    }

    @Test
    void the_method_is_the_one_of_the_request_line() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /echo HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: POST\r\n\r\n");
            assertThat(connection.answer(false).status()).isEqualTo(405);
            connection.send(
                    "POST /echo HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: DELETE\r\nContent-Length: 2\r\n\r\nok");
            assertThat(connection.answer(false).body()).isEqualTo("ok");
        }
    }

    @Test
    void a_line_that_is_too_long_is_told() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /things/" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            Answer answer = connection.answer(false);

            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.body()).contains("uri_too_long");
            stillInStep(connection, answer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/things/%00",
                "/things/a%1fb",
                "/things/%7f",
                "/things/%u0041",
                "/things/%zz",
                "/things/%",
                "/things/%ff",
                "/things/%c0%ae",
                "/things/%e2%82",
                "/things/\u00e9",
                "/things/a#x",
                "/things/a?q=%ff",
                "/things/a?%zz"
            })
    void an_address_that_is_refused_leaves_the_connection_in_order(String path) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            String around = "GET /things/%d HTTP/1.1\r\nHost: x\r\n\r\n";
            String refused = " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
            connection.send(around.formatted(1) + "GET" + refused + "HEAD" + refused + around.formatted(2));

            assertThat(connection.answer(false).body()).isEqualTo("1");
            Answer answer = connection.answer(false);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.mediaType()).isEqualTo(Reply.PROBLEM);
            assertThat(connection.answer(true).status()).isEqualTo(400);
            assertThat(connection.answer(false).body()).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: x, chunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: chunked, chunked"
            })
    void a_transfer_coding_beside_chunked_is_refused(String header) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n2\r\nok\r\n0\r\n\r\n");
            Answer answer = connection.answer(false);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.mediaType()).isEqualTo(Reply.PROBLEM);
            stillInStep(connection, answer);
        }
    }

    /**
     * Asserts that the next answer belongs to the next request, unless the server announced to close the connection.
     */
    private static void stillInStep(RawConnection connection, Answer answer) throws IOException {
        if (answer.closes()) {
            assertThat(connection.left()).isZero();
        } else {
            connection.send("GET /things/next HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.answer(false).body()).isEqualTo("next");
        }
    }
}
