package com.fusioncommerce.workloads.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PacingTest {
    @Test
    void a_pace_lets_through_so_many_a_second() {
        Pace pace = Pace.perSecond(100);
        Instant start = Instant.now();

        for (int i = 0; i < 21; i++) {
            pace.await();
        }

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(190));
    }

    @Test
    void a_window_ends_with_the_first_failure() {
        Window window = new Window(1);
        window.begin(() -> CompletableFuture.failedFuture(new IllegalStateException("first")));

        assertThatThrownBy(() -> window.begin(CompletableFuture::new)).hasMessage("first");
        assertThatThrownBy(window::finish).hasMessage("first");
    }

    @Test
    void a_window_finishes_when_everything_in_it_has() {
        Window window = new Window(2);
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            window.begin(() -> {
                CompletableFuture<Void> task = new CompletableFuture<>();
                tasks.add(task);
                return task;
            });
        }
        CompletableFuture<Void> finished = CompletableFuture.runAsync(window::finish);

        assertThat(finished).isNotDone();
        tasks.forEach(task -> task.complete(null));
        assertThat(finished).succeedsWithin(Duration.ofSeconds(5));
    }
}
