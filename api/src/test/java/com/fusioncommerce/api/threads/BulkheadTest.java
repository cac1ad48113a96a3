package com.fusioncommerce.api.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead("test", 2, 8);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        bulkhead.close();
    }

    @Test
    void a_tenant_whose_tasks_block_leaves_threads_to_others() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            bulkhead.of(Holder.of("greedy")).execute(this::block);
        }
        CountDownLatch served = new CountDownLatch(1);

        bulkhead.of(Holder.of("modest")).execute(served::countDown);

        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tenants_take_turns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            bulkhead.execute(() -> {
                begun.countDown();
                block();
            });
        }
        begun.await();
        CountDownLatch other = new CountDownLatch(1);
        List<Boolean> besideTheOther = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(4);
        for (String tenant : List.of("a", "a", "a", "b")) {
            bulkhead.of(Holder.of(tenant)).execute(() -> {
                if (tenant.equals("b")) {
                    other.countDown();
                } else {
                    besideTheOther.add(within(other));
                }
                all.countDown();
            });
        }

        released.countDown();

        // The first task of a waits for b's, which so has not been behind all of a's.
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(besideTheOther).containsOnly(true);
    }

    private static boolean within(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_tenants_queue_is_bounded_and_others_still_have_room() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        bulkhead.of(Holder.of("greedy")).execute(() -> {
            begun.countDown();
            block();
        });
        begun.await();
        for (int i = 0; i < 4; i++) {
            bulkhead.of(Holder.of("greedy")).execute(this::block);
        }

        assertThatThrownBy(() -> bulkhead.of(Holder.of("greedy")).execute(this::block))
                .isInstanceOf(RejectedExecutionException.class);
        bulkhead.of(Holder.of("modest")).execute(this::block);
    }

    @Test
    void a_shopper_whose_tasks_block_leaves_threads_and_room_to_the_others_of_its_tenant() throws InterruptedException {
        try (Bulkhead shared = new Bulkhead("shared", 4, 32)) {
            Holder greedy = new Holder("acme", "greedy");
            CountDownLatch begun = new CountDownLatch(1);
            shared.of(greedy).execute(() -> {
                begun.countDown();
                block();
            });
            begun.await();
            for (int i = 0; i < 2; i++) {
                shared.of(greedy).execute(this::block);
            }

            assertThatThrownBy(() -> shared.of(greedy).execute(this::block))
                    .isInstanceOf(RejectedExecutionException.class);
            CountDownLatch served = new CountDownLatch(2);
            shared.of(new Holder("acme", "modest")).execute(served::countDown);
            shared.of(Holder.of("acme")).execute(served::countDown);
            assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();

            CountDownLatch last = new CountDownLatch(1);
            released.countDown();
            shared.of(new Holder("acme", "modest")).execute(last::countDown);
            assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_task_that_fails_takes_no_thread_away() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            bulkhead.execute(() -> {
                throw new IllegalStateException("planted");
            });
        }
        CountDownLatch served = new CountDownLatch(1);
        bulkhead.execute(served::countDown);

        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void block() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
