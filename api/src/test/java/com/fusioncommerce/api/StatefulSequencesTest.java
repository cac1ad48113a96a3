package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.fuzz.ApiDocument;
import com.fusioncommerce.api.fuzz.SequenceWalk;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests random sequences along the OpenAPI document's links, whose answers feed later requests: callers read their own
 * writes, repeated requests get the same answer, lists contain created resources, and nothing exists before.
 * {@code -Dfuzz.seed} sets the seed.
 */
@ExtendWith(ApiExtension.class)
class StatefulSequencesTest {
    private static final long SEED = Long.getLong("fuzz.seed", 4217);
    private static final int WALKS = 20;
    private static final int STEPS = 20;

    private final ApiExtension.Shared shared;
    private final ApiDocument document;

    StatefulSequencesTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.document = new ApiDocument(shared.document());
    }

    @Test
    void a_caller_reads_what_it_wrote_wherever_the_links_lead() {
        Map<String, Integer> answered = new TreeMap<>();
        for (int walk = 0; walk < WALKS; walk++) {
            ApiClient client = shared.newTenant();
            SequenceWalk sequence = new SequenceWalk(document, client.sender(), new Random(SEED + walk));
            sequence.go(STEPS).forEach((what, count) -> answered.merge(what, count, Integer::sum));
            sequence.onHand()
                    .forEach((place, units) -> Await.until(
                            units + " units of " + place + " are on hand, seed " + SEED + ", " + sequence,
                            Duration.ofSeconds(10),
                            () -> onHand(client, place) == units));
        }

        assertThat(answered.keySet())
                .as("seed %d: %s", SEED, answered)
                .contains("createProduct 2", "getProduct 2", "changePrice 2", "adjustStock 2", "transferStock 2")
                .contains("placeOrder 2", "getOrder 2", "getOrderHistory 2", "cancelOrder 2", "cancelOrder 4");
    }

    private static long onHand(ApiClient client, String place) {
        String path = place.replace("~", "/").replace(" ", "%20");
        return client.get("/v1/stock/" + path).json().path("onHand").longValue();
    }
}
