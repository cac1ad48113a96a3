package com.fusioncommerce.trials.bench.connections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String FIRST =
            "id: a\nevent: order.confirmed\ndata: {\"specversion\":\"1.0\",\"id\":\"e1\",\"x\":1}\n\n";
    private static final String SECOND = ": still here\n\nevent: fusion.slow\ndata: {}\n\n";

    private final List<String> seen = new ArrayList<>();
    private final EventStream stream = new EventStream((type, id) -> seen.add(type + " " + id));

    @Test
    void events_are_read_wherever_chunks_and_packets_end() {
        String all = HEAD + chunk(FIRST.substring(0, 30)) + chunk(FIRST.substring(30) + SECOND);
        for (byte one : all.getBytes(UTF_8)) {
            stream.feed(ByteBuffer.wrap(new byte[] {one}));
        }

        assertThat(seen).containsExactly("order.confirmed e1", "fusion.slow ");
        assertThat(stream.isOpen()).isTrue();
    }

    @Test
    void the_last_chunk_ends_it() {
        feed(HEAD + chunk(FIRST) + "0\r\n\r\n");

        assertThat(seen).containsExactly("order.confirmed e1");
        assertThat(stream.isOpen()).isFalse();
    }

    @Test
    void another_answer_is_no_stream() {
        assertThatThrownBy(() -> feed("HTTP/1.1 429 Too Many Requests\r\n")).hasMessageContaining("429");
    }

    @Test
    void two_who_saw_the_same_once_agree() {
        Tally one = tally("a", "b", "c");

        assertThat(one.agreesWith(tally("c", "a", "b"))).isTrue();
        assertThat(one.agreesWith(tally("a", "b"))).isFalse();
        assertThat(one.agreesWith(tally("a", "b", "b"))).isFalse();
    }

    private static Tally tally(String... ids) {
        Tally tally = new Tally();
        List.of(ids).forEach(tally::add);
        return tally;
    }

    private void feed(String text) {
        stream.feed(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
