package com.fusioncommerce.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private final Backoff backoff = new Backoff(Backoff.Schedule.DEFAULT);

    @Test
    void waits_double_up_to_the_longest() {
        assertThat(new Duration[] {
                    backoff.after(AT_ONCE),
                    backoff.after(AT_ONCE),
                    backoff.after(AT_ONCE),
                    backoff.after(AT_ONCE),
                    backoff.after(AT_ONCE),
                    backoff.after(AT_ONCE),
                    backoff.after(AT_ONCE)
                })
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void a_stable_run_starts_over() {
        backoff.after(AT_ONCE);
        backoff.after(AT_ONCE);

        assertThat(backoff.after(Duration.ofMinutes(1))).hasSeconds(1);
        assertThat(backoff.after(AT_ONCE)).hasSeconds(2);
    }
}
