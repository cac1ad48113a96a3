package com.fusioncommerce.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamLeasesTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final StreamLeases leases = new StreamLeases(executor, Clock.systemUTC(), Duration.ofMillis(10));
    private final SseConnection connection = new SseConnection(3, 100, new StreamMemory(1_000));

    @AfterEach
    void stop() {
        leases.close();
        executor.shutdownNow();
    }

    @Test
    void a_stream_ends_when_its_key_was_withdrawn_though_the_token_has_not_expired() throws InterruptedException {
        CountDownLatch verifiedTwice = new CountDownLatch(2);
        leases.begin(
                System.currentTimeMillis() + 60_000,
                () -> {
                    verifiedTwice.countDown();
                    if (verifiedTwice.getCount() == 0) {
                        throw ProblemException.of(ProblemType.INVALID_TOKEN, "its key is not known here");
                    }
                },
                connection);

        assertThat(verifiedTwice.await(10, TimeUnit.SECONDS)).isTrue();
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void a_client_that_never_reads_the_reason_loses_its_connection() throws Exception {
        NeverWritable out = new NeverWritable();
        var done = connection.open(out);

        leases.begin(System.currentTimeMillis() - 1, () -> {}, connection);

        done.get(10, TimeUnit.SECONDS);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void a_stream_that_is_over_is_not_timed_any_more() throws InterruptedException {
        CountDownLatch verified = new CountDownLatch(1);
        leases.begin(System.currentTimeMillis() + 60_000, verified::countDown, connection)
                .end();

        assertThat(verified.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }
}
