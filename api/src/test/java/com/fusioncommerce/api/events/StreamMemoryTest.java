package com.fusioncommerce.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamMemoryTest {
    private final StreamMemory memory = new StreamMemory(1_000);

    @Test
    void a_stream_that_falls_behind_by_too_many_bytes_is_closed_however_few_frames_these_are() {
        SseConnection stream = stream();

        assertThat(stream.offer(new byte[300])).isTrue();
        assertThat(stream.offer(new byte[101])).isFalse();
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void a_frame_larger_than_all_that_may_wait_is_sent_where_nothing_waits() {
        assertThat(stream().offer(new byte[900])).isTrue();
    }

    @Test
    void where_all_streams_hold_too_much_the_one_farthest_behind_is_closed() {
        SseConnection far = stream();
        SseConnection near = stream();
        SseConnection third = stream();
        far.offer(new byte[400]);
        near.offer(new byte[300]);

        assertThat(third.offer(new byte[350])).isTrue();

        assertThat(far.isClosed()).isTrue();
        assertThat(near.isClosed()).isFalse();
        assertThat(memory.used()).isLessThan(1_000);
    }

    @Test
    void what_a_stream_held_is_free_once_it_has_ended() {
        SseConnection stream = stream();
        var unused = stream.open(new NeverWritable());
        stream.offer(new byte[400]);

        stream.abort();

        assertThat(memory.used()).isZero();
        assertThat(stream.offer(new byte[10])).isFalse();
        assertThat(memory.used()).isZero();
    }

    private SseConnection stream() {
        return new SseConnection(1_000, 400, memory);
    }
}
