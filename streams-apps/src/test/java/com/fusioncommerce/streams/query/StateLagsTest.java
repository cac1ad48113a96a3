package com.fusioncommerce.streams.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StateLagsTest {
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Supplier<Long> kafka = () -> 7L;
    private final StateLags lags = lags(Duration.ofSeconds(10));

    private StateLags lags(Duration patience) {
        return new StateLags(
                () -> {
                    questions.incrementAndGet();
                    return Map.of("orders", Map.of(1, kafka.get()));
                },
                patience);
    }

    private CompletableFuture<Long> kafkaHangs() {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        kafka = answer::join;
        return answer;
    }

    /** Two callers: one with a running lookup, and one that called after its start. */
    private List<CompletableFuture<Long>> twoAsk() {
        CompletableFuture<Long> early = CompletableFuture.supplyAsync(() -> lags.now("orders", 1));
        Awaitility.await().until(() -> questions.get() == 1);
        CompletableFuture<Long> late = CompletableFuture.supplyAsync(() -> lags.now("orders", 1));
        Awaitility.await().until(lags::isAskedAgain);
        return List.of(early, late);
    }

    @Test
    void many_who_ask_within_half_a_second_are_one_question() {
        assertThat(IntStream.range(0, 100).mapToLong(i -> lags.of("orders", 1))).containsOnly(7L);
        assertThat(lags.largest()).isEqualTo(7);
        assertThat(questions).hasValue(1);
    }

    @Test
    void who_needs_to_know_it_now_is_not_told_what_was_asked_before() throws Exception {
        CompletableFuture<Long> first = kafkaHangs();
        List<CompletableFuture<Long>> told = twoAsk();
        kafka = () -> 0L;
        first.complete(7L);
        assertThat(told.get(0).get()).isEqualTo(7);
        assertThat(told.get(1).get()).isZero();
        assertThat(questions).hasValue(2);
    }

    @Test
    void few_threads_wait_and_the_others_are_told_at_once() throws Exception {
        CompletableFuture<Long> first = kafkaHangs();
        List<CompletableFuture<Long>> told = twoAsk();
        assertThatThrownBy(() -> lags.now("orders", 1)).isInstanceOf(UnavailableException.class);
        first.complete(0L);
        assertThat(told.get(0).get()).isZero();
        assertThat(told.get(1).get()).isZero();
        assertThat(lags.now("orders", 1)).isZero();
    }

    @Test
    void while_kafka_does_not_answer_nobody_waits_long_and_the_last_answer_holds() {
        StateLags lags = lags(Duration.ofMillis(100));
        assertThat(lags.of("orders", 1)).isEqualTo(7);
        CompletableFuture<Long> never = kafkaHangs();
        assertThatThrownBy(() -> lags.now("orders", 1)).isInstanceOf(UnavailableException.class);

        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> lags.now("orders", 1)).isInstanceOf(UnavailableException.class);
            assertThat(lags.of("orders", 1)).isEqualTo(7);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("100 questions that wait no longer than one")
                .isLessThan(Duration.ofSeconds(3));
        never.complete(0L);
        Awaitility.await().until(() -> lags.of("orders", 1) == 0);
    }

    @Test
    void what_is_not_here_or_was_never_known_is_unavailable() {
        assertThatThrownBy(() -> lags.of("orders", 2))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("partition 2 of orders is not here");
        kafka = () -> {
            throw new IllegalStateException("not started");
        };
        StateLags failing = lags(Duration.ofSeconds(10));
        for (Runnable question :
                List.<Runnable>of(() -> failing.now("orders", 1), () -> failing.of("orders", 1), failing::largest)) {
            assertThatThrownBy(question::run).isInstanceOf(UnavailableException.class);
        }
    }
}
