package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.testing.RawConnection;
import com.fusioncommerce.api.testing.RawConnection.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the valid forms of JSON bodies: media type, charset, bytes, numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBodyTest {
    private static final Rule<Long> ANY_NUMBER =
            new Rule<>(ProblemType.INVALID_QUANTITY, value -> null, Schema.count());

    private HttpServer server;

    @BeforeAll
    void start() {
        server = HttpServer.start(
                new HttpServer.Limits("127.0.0.1", 0, 1 << 20, 8, 1_000),
                List.of(Route.post("/json", Access.open(), call -> {
                    Fields fields = call.body();
                    String text = fields.optionalText("text", "", Rule.text(0, 100));
                    fields.optionalNumber("number", ANY_NUMBER);
                    fields.check();
                    return Reply.text(200, "text/plain", text).now();
                })),
                token -> null,
                new SimpleMeterRegistry());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2147483648",
                "-1e2147483648",
                "1e-2147483649",
                "0e99999999999",
                "1E+99999999999",
                "0.1e9999999999999999999"
            })
    void a_number_whose_exponent_no_number_has_is_no_json_of_ours(String number) throws IOException {
        Answer answer = post("application/json", ("{\"number\":" + number + "}").getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"malformed_json\"")
                .contains("exponent")
                .contains("line 1, column");
    }

    @Test
    void a_list_of_no_codings_is_none_however_long_it_is() throws IOException {
        for (String coding : List.of("identity,", ",", "identity , \t,IDENTITY,")) {
            String list = coding.repeat(7_000 / coding.length());
            assertThat(encoded(list).status()).isEqualTo(200);
            assertThat(encoded(list + "gzip").status()).isEqualTo(415);
        }
    }

    private Answer encoded(String coding) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Encoding: "
                    + coding + "\r\nContent-Length: 2\r\n\r\n{}");
            return connection.answer(false);
        }
    }

    @Test
    void such_a_number_is_told_wherever_it_stands() throws IOException {
        for (String body : List.of("1e2147483648", "[0e99999999999]", "{\"unknown\":{\"a\":[1e2147483648]}}")) {
            Answer answer = post("application/json", body.getBytes(UTF_8));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"malformed_json\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "1000e2147483647", "1e-400", "1e400", "1.5", "1e3", "0e0"})
    void a_number_with_decimals_or_an_exponent_is_no_whole_number(String number) throws IOException {
        Answer answer = post("application/json", ("{\"number\":" + number + "}").getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"wrong_type\"");
    }

    @Test
    void a_number_of_more_digits_than_any_of_ours_is_malformed() throws IOException {
        Answer answer = post("application/json", ("{\"number\":" + "9".repeat(1 << 19) + "}").getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"malformed_json\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=foo",
                "application/json;charset=\"foo\"",
                "application/json; charset=",
                "application/json; charset=a b",
                "application/json; charset=\u00e9",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-8; charset=foo",
                "application/json;charset=foo;charset=utf-8",
                "text/plain; charset=foo",
                ";charset=foo"
            })
    void a_charset_that_is_not_utf_8_is_no_type_of_a_body(String type) throws IOException {
        Answer answer = post(type, "{}".getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("\"unsupported_media_type\"").contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "APPLICATION/JSON ; Charset=utf-8 ; x=y"
    })
    void utf_8_is_taken_said_or_not(String type) throws IOException {
        assertThat(post(type, "{\"text\":\"\u00e9\"}".getBytes(UTF_8)).body()).isEqualTo("\u00e9");
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @CsvSource(delimiter = '|', textBlock = """
            200 | identity
            200 | IDENTITY
            200 | ''
            200 | identity, identity
            200 | ', identity ,'
            415 | gzip
            415 | identity, gzip
            415 | gzip, identity
            415 | identity gzip
            415 | identityx
            """)
    void an_encoding_is_refused_unless_it_is_none(int status, String encoding) throws IOException {
        String type = "application/json\r\nContent-Encoding: " + encoding;

        assertThat(post(type, "{}".getBytes(UTF_8)).status()).isEqualTo(status);
        assertThat(post(type + "\r\nContent-Encoding: identity", "{}".getBytes(UTF_8))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void null_is_a_value_of_another_type_and_no_missing_field() throws IOException {
        for (String body : List.of("{\"text\":null}", "{\"number\":null}")) {
            Answer answer = post("application/json", body.getBytes(UTF_8));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"wrong_type\"").contains("not null");
        }
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed_whatever_json_could_be_read_in_them() throws IOException {
        String json = "{\"text\":\"a\"}";
        for (Charset other : List.of(UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-16"))) {
            malformed(json.getBytes(other));
        }
        malformed("{\"text\":\"\u00e9\"}".getBytes(ISO_8859_1));
        // An overlong encoding of a slash, a surrogate, and a code point above U+10FFFF.
        malformed("{\"text\":\"\u00c0\u00af\"}".getBytes(ISO_8859_1));
        malformed("{\"text\":\"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1));
        malformed("{\"text\":\"\u00f4\u0090\u0080\u0080\"}".getBytes(ISO_8859_1));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_value() throws IOException {
        assertThat(post("application/json", "\ufeff{\"text\":\"a\"}".getBytes(UTF_8))
                        .body())
                .isEqualTo("a");
    }

    private void malformed(byte[] body) throws IOException {
        Answer answer = post("application/json", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"malformed_json\"");
    }

    private Answer post(String type, byte[] body) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: "
                    + body.length + "\r\n\r\n");
            connection.send(body);
            return connection.answer(false);
        }
    }
}
