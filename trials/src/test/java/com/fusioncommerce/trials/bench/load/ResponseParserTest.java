package com.fusioncommerce.trials.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ResponseParserTest {
    private static final String CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\nRetry-After: 1\r\n\r\n{}";

    private final ResponseParser parser = new ResponseParser();

    @Test
    void a_response_is_whole_with_its_last_byte() {
        for (int i = 0; i < CREATED.length() - 1; i++) {
            feed(CREATED.substring(i, i + 1));
            assertThat(parser.isWhole()).isFalse();
        }
        feed("}");

        assertThat(parser.isWhole()).isTrue();
        assertThat(parser.status()).isEqualTo(201);
        assertThat(parser.header("retry-after")).contains("1");
        assertThat(parser.header("location")).isEmpty();
        assertThat(parser.body()).isEqualTo("{}");
    }

    @Test
    void one_follows_another() {
        feed(CREATED + "HTTP/1.1 304 Not Modified\r\n\r\n" + "HTTP/1.1 2");

        assertThat(parser.isWhole()).isTrue();
        parser.next();
        assertThat(parser.isWhole()).isTrue();
        assertThat(parser.status()).isEqualTo(304);
        parser.next();
        assertThat(parser.isWhole()).isFalse();
    }

    @Test
    void a_response_longer_than_the_buffer_is_read() {
        feed("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n" + "x".repeat(5_000));

        assertThat(parser.isWhole()).isTrue();
        assertThat(parser.body()).hasSize(5_000);
    }

    @Test
    void one_that_does_not_say_its_length_is_refused() {
        feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThatThrownBy(parser::isWhole).hasMessageContaining("does not say its length");
    }

    private void feed(String text) {
        parser.feed(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}
