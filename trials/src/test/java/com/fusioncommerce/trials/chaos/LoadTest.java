package com.fusioncommerce.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.checker.Acknowledgement;
import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final int OPENING = 100;

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Samples samples = new Samples();
    private ApiStandIn api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        api.close();
    }

    @Test
    void a_command_is_sent_again_with_its_key_until_it_is_decided_and_journaled_then() throws IOException {
        api.otherwise(asked -> new Reply(503, "{\"code\":\"not_ready\"}"));
        api.next(new Reply(503, "{}"), new Reply(0, ""), new Reply(202, "{}"));
        try (JournalWriter journal = new JournalWriter(directory.resolve("journal"));
                Load load = new Load(client(api.url()), new RandomShop(1, "t", "r"), journal, samples)) {
            Thread opening = new Thread(() -> load.start(50));
            opening.start();
            Awaitility.await().until(() -> api.asked().size() > OPENING);
            api.otherwise(asked ->
                    asked.method().equals("GET") ? new Reply(200, "{}") : new Reply(201, "{\"orderId\":\"main~1\"}"));
            Awaitility.await().until(() -> samples.size() > OPENING + 20);
            assertThat(load.finish(Duration.ofSeconds(20))).isZero();
        }

        List<Acknowledgement> told = Acknowledgement.read(directory.resolve("journal"));
        assertThat(told).extracting(Acknowledgement::id).doesNotHaveDuplicates();
        assertThat(told).hasSizeGreaterThanOrEqualTo(OPENING);
        assertThat(told.get(0).kind()).isEqualTo(Acknowledgement.Kind.PRODUCT);
        assertThat(samples.of(true)).anyMatch(sample -> !sample.first());
    }

    @Test
    void a_node_that_is_gone_is_no_answer_and_another_is() throws IOException {
        api.otherwise(asked -> new Reply(200, "{}"));
        ShopClient client = client(URI.create("http://127.0.0.1:1"), api.url());

        assertThat(client.ask(0, ShopRequest.read("/v1/stock/main/P1"), Duration.ofSeconds(2))
                        .join()
                        .isFinal())
                .isFalse();
        assertThat(client.ask(1, ShopRequest.read("/v1/stock/main/P1"), Duration.ofSeconds(2))
                        .join()
                        .isFinal())
                .isTrue();
    }

    private ShopClient client(URI... nodes) {
        return new ShopClient(List.of(nodes), "token", threads);
    }
}
