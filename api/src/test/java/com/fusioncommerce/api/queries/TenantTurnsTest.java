package com.fusioncommerce.api.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantTurnsTest {
    private static final int THREADS = 4;
    private static final int OF_TENANT = 25;
    private static final int IN_ALL = 40;

    private final TenantTurns turns = new TenantTurns("test", THREADS, IN_ALL, OF_TENANT);
    private final Semaphore allowed = new Semaphore(0);
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void a_tenant_that_has_much_waiting_leaves_threads_to_others() {
        for (int i = 0; i < OF_TENANT; i++) {
            slow("busy");
        }

        assertThat(turns.run("other", () -> "at once"))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo("at once");
        assertThat(begun).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void those_who_wait_take_turns() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(6);
        List<String> order = new ArrayList<>();
        for (String tenant : List.of("x", "x", "y", "y")) {
            slow(tenant);
        }
        for (String tenant : List.of("a", "a", "a", "b", "c", "b")) {
            begun.add(turns.run(tenant, () -> {
                synchronized (order) {
                    order.add(tenant);
                }
                all.countDown();
                return tenant;
            }));
        }
        allowed.release(1);

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("a", "b", "c", "a", "b", "a");
    }

    @Test
    void a_tenant_has_a_share_and_all_together_have_a_bound() {
        for (int i = 0; i < OF_TENANT; i++) {
            slow("busy");
        }
        assertThatThrownBy(() -> slow("busy")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
            assertThat(e.problem().headers()).containsKey("Retry-After");
        });
        for (int i = 0; i < IN_ALL - OF_TENANT; i++) {
            slow("other");
        }
        assertThatThrownBy(() -> slow("third")).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().type())
                .isEqualTo(ProblemType.OVERLOADED));

        allowed.release(IN_ALL);
        CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
        assertThat(turns.underWay()).isZero();
        assertThat(turns.run("busy", () -> "again").join()).isEqualTo("again");
    }

    @Test
    void work_that_fails_gives_its_place_back() {
        for (int i = 0; i < 3 * THREADS; i++) {
            CompletableFuture<String> failed = turns.run("a", () -> {
                throw new IllegalStateException("no");
            });
            assertThatThrownBy(failed::join).hasRootCauseMessage("no");
        }
        assertThat(turns.underWay()).isZero();
    }

    private void slow(String tenant) {
        begun.add(turns.run(tenant, () -> {
            allowed.acquireUninterruptibly();
            return tenant;
        }));
    }
}
