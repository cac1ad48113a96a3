package com.fusioncommerce.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class MessageHeadersTest {
    @Test
    void the_last_of_a_name_is_read_as_utf_8() {
        Headers headers =
                new RecordHeaders().add("tenant", "first".getBytes(UTF_8)).add("tenant", "Zoë".getBytes(UTF_8));

        assertThat(MessageHeaders.text(headers, "tenant", null)).isEqualTo("Zoë");
    }

    @Test
    void one_that_is_missing_or_has_no_value_is_absent() {
        Headers headers = new RecordHeaders().add("tenant", null);

        assertThat(MessageHeaders.text(headers, "tenant", "")).isEmpty();
        assertThat(MessageHeaders.text(headers, "actor", null)).isNull();
    }
}
