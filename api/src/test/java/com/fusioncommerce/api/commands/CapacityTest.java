package com.fusioncommerce.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Holder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final int BOUND = 4_000;

    private final Capacity capacity = new Capacity(BOUND, Duration.ofSeconds(2), 0);
    private long now;

    @Test
    void the_whole_bound_is_open_while_nothing_is_known() {
        assertThat(capacity.share()).isEqualTo(1);
    }

    @Test
    void with_a_queue_the_share_becomes_what_is_decided_in_time() {
        seconds(10, 100, BOUND);

        assertThat(capacity.share() * BOUND).isCloseTo(200, within(5.0));
    }

    @Test
    void a_queue_that_moves_fast_enough_keeps_the_whole_bound() {
        seconds(10, 5_000, BOUND);

        assertThat(capacity.share()).isEqualTo(1);
    }

    @Test
    void few_commands_say_nothing_of_how_many_could_be_decided() {
        seconds(60, 1, 0);

        assertThat(capacity.share()).isEqualTo(1);
    }

    @Test
    void a_slow_time_is_forgotten_when_the_queue_is_gone() {
        seconds(10, 100, BOUND);
        seconds(30, 1, 0);

        assertThat(capacity.share()).isEqualTo(1);
    }

    @Test
    void a_standstill_leaves_room_for_a_burst() {
        seconds(30, 0, BOUND);
        Admission admission = new Admission(BOUND, BOUND / 2, ProblemType.TOO_MANY_REQUESTS, capacity::share);

        for (int i = 0; i < 512; i++) {
            admission.enter(Holder.of("acme"));
        }
        assertThatThrownBy(() -> admission.enter(Holder.of("acme"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> admission.requireRoom(Holder.of("acme"))).isInstanceOf(ProblemException.class);

        seconds(5, 3_000, 512);
        admission.requireRoom(Holder.of("acme"));
        admission.enter(Holder.of("acme"));
        assertThat(admission.underWay()).isEqualTo(513);
    }

    private void seconds(int count, int decidedEach, int underWay) {
        for (int second = 0; second < count; second++) {
            for (int half = 0; half < 2; half++) {
                for (int i = 0; i < decidedEach / 2 + (decidedEach % 2) * half; i++) {
                    capacity.decided();
                }
                now += TimeUnit.MILLISECONDS.toNanos(500);
                capacity.look(underWay, now);
            }
        }
    }
}
