package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.ApiClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests repeated requests: to several instances, concurrently and across restarts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedRequestsTest {
    private static final String KEY = "Idempotency-Key";
    private static final int KEYS = 12;

    private final List<Api> running = new ArrayList<>();
    private ApiEnvironment platform;

    @BeforeAll
    void start() {
        platform = ApiEnvironment.start();
    }

    @AfterAll
    void stop() {
        running.forEach(Api::close);
        platform.close();
    }

    @Test
    void concurrent_duplicates_on_two_nodes_have_one_effect_and_one_answer_which_outlives_both() throws Exception {
        Api first = platform.api(0, Map.of());
        Api second = platform.api(1, Map.of());
        ApiClient client = platform.newTenant(first);
        List<ApiClient> nodes = List.of(client, client.at(second));
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<String> answers = new ArrayList<>();
        try {
            for (int n = 0; n < KEYS; n++) {
                String path = "/v1/stock/pool" + n + "/tea/adjustments";
                String key = "key-" + n;
                List<CompletableFuture<Answer>> sent = new ArrayList<>();
                for (int copy = 0; copy < 8; copy++) {
                    ApiClient node = nodes.get(copy % 2);
                    sent.add(CompletableFuture.supplyAsync(() -> node.post(path, "{\"delta\":1}", KEY, key), senders));
                }
                Set<String> bodies = new HashSet<>();
                for (CompletableFuture<Answer> answer : sent) {
                    assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
                    bodies.add(answer.get().text());
                }
                assertThat(bodies).hasSize(1);
                answers.addAll(bodies);
                assertThat(nodes.get(n % 2)
                                .get("/v1/stock/pool" + n + "/tea")
                                .json()
                                .path("onHand")
                                .longValue())
                        .isEqualTo(1);
            }
        } finally {
            senders.shutdownNow();
            first.close();
            second.close();
        }

        Api restarted = platform.api(2, Map.of());
        running.add(restarted);
        ApiClient later = client.at(restarted);
        for (int n = 0; n < KEYS; n++) {
            assertThat(later.post("/v1/stock/pool" + n + "/tea/adjustments", "{\"delta\":5}")
                            .status())
                    .isEqualTo(200);
            Answer again = later.post("/v1/stock/pool" + n + "/tea/adjustments", "{\"delta\":1}", KEY, "key-" + n);
            assertThat(again.text()).isEqualTo(answers.get(n));
        }
        asks_again_for_what_was_not_answered_in_time(client);
    }

    /**
     * An instance with a timeout of a millisecond: a late outcome is read by the token, and by repeating the request.
     */
    private void asks_again_for_what_was_not_answered_in_time(ApiClient client) {
        Api hasty = platform.api(3, Map.of("FUSION_API_TIMEOUT_MS", "1"));
        running.add(hasty);
        ApiClient impatient = client.at(hasty);
        ApiClient patient = client.at(running.get(0));
        for (int n = 0; n < KEYS; n++) {
            String path = "/v1/stock/late" + n + "/tea/adjustments";
            Answer accepted = impatient.post(path, "{\"delta\":1}", KEY, "late-" + n);
            assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
            String href = accepted.json().path("href").textValue();
            for (ApiClient node : List.of(impatient, patient)) {
                Await.until("the command is decided", Duration.ofSeconds(20), () -> "accepted"
                        .equals(node.get(href).json().path("status").textValue()));
            }
            Answer again = patient.post(path, "{\"delta\":1}", KEY, "late-" + n);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().path("onHand").longValue()).isEqualTo(1);
        }
    }
}
