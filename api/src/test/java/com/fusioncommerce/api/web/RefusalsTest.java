package com.fusioncommerce.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private long now = Long.MAX_VALUE - 1;
    private final Refusals refusals = new Refusals(() -> now);

    @Test
    void only_what_is_refused_for_want_of_room_is_paced() {
        assertThat(Refusals.isPaced(ProblemType.OVERLOADED)).isTrue();
        assertThat(Refusals.isPaced(ProblemType.TOO_MANY_REQUESTS)).isTrue();
        assertThat(Refusals.isPaced(ProblemType.NOT_READY)).isFalse();
        assertThat(Refusals.isPaced(ProblemType.INVALID_ID)).isFalse();
    }

    @Test
    void a_few_are_told_at_once() {
        assertThat(delaysMs(100)).containsOnly(0L);
    }

    @Test
    void of_a_flood_five_hundred_a_second_are_told_and_nobody_waits_longer_than_750_ms() {
        List<Long> delays = delaysMs(10_000);

        assertThat(delays).isSorted();
        assertThat(delays.stream().filter(delay -> delay < 500).count()).isEqualTo(100 + 249);
        assertThat(delays.get(delays.size() - 1)).isEqualTo(750);
    }

    @Test
    void a_second_after_a_flood_all_is_as_before() {
        delaysMs(10_000);
        now += TimeUnit.SECONDS.toNanos(1);

        assertThat(delaysMs(100)).containsOnly(0L);
    }

    @Test
    void the_answer_comes_when_its_turn_has_come() {
        Reply refusal = Reply.empty(429);
        delaysMs(100);
        now += TimeUnit.MILLISECONDS.toNanos(1);

        var first = refusals.inTurn(refusal);

        assertThat(first).succeedsWithin(Duration.ofSeconds(5)).isSameAs(refusal);
        assertThat(new Refusals(() -> now).inTurn(refusal)).isCompletedWithValue(refusal);
    }

    private List<Long> delaysMs(int refused) {
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < refused; i++) {
            delays.add(TimeUnit.NANOSECONDS.toMillis(refusals.nextDelayNs()));
        }
        return delays;
    }
}
