package com.fusioncommerce.flink.fraud;

import static com.fusioncommerce.flink.testing.TestEvents.CODECS;
import static com.fusioncommerce.flink.testing.TestEvents.created;
import static com.fusioncommerce.flink.testing.TestEvents.ofOrder;
import static com.fusioncommerce.flink.testing.TestEvents.poison;
import static com.fusioncommerce.flink.testing.TestEvents.summary;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.FlinkConfigurations;
import com.fusioncommerce.flink.stream.DeadLetter;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.flink.testing.CollectingSink;
import com.fusioncommerce.flink.testing.JobRunner;
import com.fusioncommerce.flink.testing.ListSource;
import com.fusioncommerce.flink.testing.TestEvents;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperAction.CancelOrder;
import com.fusioncommerce.models.simulation.ShopperSimulation;
import com.fusioncommerce.models.simulation.SimulatedOrders;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.models.simulation.SimulatedReplay;
import com.fusioncommerce.models.simulation.SimulationSettings;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.fraud.FeatureValue;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FraudScoringJobTest {
    private final CollectingSink<ScoredOrder> scores = new CollectingSink<>();
    private final CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();

    @TempDir
    private Path kept;

    @Test
    void orders_get_the_very_features_that_training_computes_for_them() throws Exception {
        Map<String, List<Float>> offline = new HashMap<>();
        List<RawRecord> events = simulatedEvents(offline);
        run(events);

        Map<String, List<Float>> online = new HashMap<>();
        for (ScoredOrder scored : scores.collected()) {
            online.put(
                    scored.event().getOrderId(),
                    scored.event().getFeatures().stream()
                            .map(FeatureValue::getValue)
                            .toList());
        }
        assertThat(offline).hasSizeGreaterThan(100);
        assertThat(offline.values())
                .as("orders after refusals, after cancellations and of guests are among them")
                .anyMatch(features -> features.get(index("refused_24h")) > 0)
                .anyMatch(features -> features.get(index("cancelled_24h")) > 0)
                .anyMatch(features -> features.get(index("guest")) > 0);
        assertThat(online).isEqualTo(offline);
    }

    @Test
    void a_score_says_what_it_is_of_and_where_it_came_from() throws Exception {
        run(List.of(ofOrder("main~1", created("main~1", true))));

        ScoredOrder scored = scores.collected().get(0);
        OrderScored event = scored.event();
        assertThat(scored.key()).isEqualTo("acme/main~1");
        assertThat(event.getScore()).isBetween(0.0, 1.0);
        assertThat(event.getModel()).isEqualTo("fraud");
        assertThat(event.getModelVersion()).isEqualTo(FraudModel.RELEASED);
        assertThat(event.getFeaturesHash()).isEqualTo(FraudFeatures.featuresHash());
        assertThat(event.getFeatures()).extracting(FeatureValue::getName).isEqualTo(FraudFeatures.names());
        assertThat(event.getCustomerId()).isEqualTo("ann");
        assertThat(event.getImported()).isTrue();
        assertThat(event.getPlacedAt()).isEqualTo(1_000_000);
        assertThat(scored.headers())
                .containsEntry(MessageHeaders.ID, "event-of-main~1:scored")
                .containsEntry(MessageHeaders.CAUSATION_ID, "event-of-main~1")
                .containsEntry(MessageHeaders.CORRELATION_ID, "correlation-of-main~1")
                .containsEntry(MessageHeaders.TYPE, "order.scored")
                .containsEntry(MessageHeaders.SUBJECT, "main~1")
                .containsEntry(MessageHeaders.TENANT, "acme")
                .containsKeys(MessageHeaders.TRACE_PARENT, MessageHeaders.TIME, MessageHeaders.SOURCE);
    }

    @Test
    void only_created_orders_are_scored() throws Exception {
        run(List.of(
                ofOrder("main~1", new OrderReserved("main~1", "main", summary(false), 1L)),
                ofOrder("main~1", created("main~1", false))));

        assertThat(scores.collected()).hasSize(1);
        assertThat(deadLetters.collected()).isEmpty();
    }

    @Test
    void an_order_in_a_currency_that_was_withdrawn_is_scored() throws Exception {
        run(List.of(ofOrder("main~1", inCurrency("main~1", "HRK")), ofOrder("main~2", inCurrency("main~2", "BGN"))));

        assertThat(deadLetters.collected()).isEmpty();
        assertThat(scores.collected())
                .extracting(scored -> scored.event().getCurrency())
                .containsExactlyInAnyOrder("HRK", "BGN");
    }

    @Test
    void what_cannot_be_read_or_scored_is_put_aside_while_the_rest_flows() throws Exception {
        byte[] garbage = "garbage".getBytes(UTF_8);
        byte[] score =
                TestEvents.ofScore(TestEvents.scored("main~1", 0.1, false)).value();
        OrderCreated unknownCurrency = inCurrency("main~2", "???");
        run(List.of(
                poison(Topics.events("orders"), "acme/main~1", garbage),
                poison(Topics.events("orders"), "acme/main~1", null),
                poison(Topics.events("orders"), "acme/main~1", score),
                poison(
                        Topics.events("orders"),
                        "no tenant",
                        ofOrder("main~1", created("main~1", false)).value()),
                ofOrder("main~2", unknownCurrency),
                ofOrder("main~3", created("main~3", false))));

        assertThat(scores.collected()).extracting(ScoredOrder::key).containsExactly("acme/main~3");
        assertThat(deadLetters.collected())
                .extracting(DeadLetter::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("Confluent wire format"),
                        reason -> assertThat(reason).contains("without a value"),
                        reason -> assertThat(reason).contains("does not belong"),
                        reason -> assertThat(reason).contains("without a tenant"),
                        reason -> assertThat(reason).contains("unknown currency"));
        DeadLetter first = deadLetters.collected().get(0);
        assertThat(first.application()).isEqualTo("fraud-scoring");
        assertThat(first.record().value()).isEqualTo(garbage);
        assertThat(first.record().headers().get(0).name()).isEqualTo("trace");
    }

    private static OrderCreated inCurrency(String orderId, String currency) {
        OrderSummary summary = new OrderSummary("ann", "GB", "GB", currency, "web", false, 1L, 0, 0L, 0L);
        return new OrderCreated(orderId, summary, List.of(), List.of(), 1L);
    }

    private void run(List<RawRecord> records) throws Exception {
        JobRunner.run(
                FlinkConfigurations.job(),
                env -> FraudScoringJob.define(env, ListSource.of(records), scores, deadLetters, CODECS, models()));
    }

    private ModelFactory models() {
        return ModelFactory.pinned("../ai-models/models", FraudModel.RELEASED, kept.toString());
    }

    /**
     * Events of simulated shoppers' orders, with refusals and cancellations; collects the orders' features in {@code
     * features}.
     */
    private static List<RawRecord> simulatedEvents(Map<String, List<Float>> features) {
        List<SimulatedProduct> products = DemoCatalog.products(5, 50, "EUR");
        SimulatedOrders shop = new SimulatedOrders(products);
        SimulatedReplay replay = new SimulatedReplay(products);
        SimulationSettings settings =
                new SimulationSettings(5, 300, 0.2, Instant.parse("2026-03-02T09:00:00Z"), Duration.ofDays(21));
        List<RawRecord> events = new ArrayList<>();
        Map<String, OrderSummary> summaries = new HashMap<>();
        new ShopperSimulation(settings, products).actions().forEachOrdered(action -> {
            replay.play(action).ifPresent(order -> {
                String id = order.order().getOrderId();
                OrderSummary summary = order.order().getSummary();
                features.put(id, boxed(order.features()));
                summaries.put(order.placed().reference(), summary);
                events.add(ofOrder(id, order.order()));
                if (!shop.inStock(order.placed())) {
                    events.add(
                            ofOrder(id, new OrderRefused(id, summary, "insufficient_stock", List.of(), List.of(), 1L)));
                }
            });
            if (action instanceof CancelOrder cancel) {
                String id = Keys.pooledId("main", cancel.reference());
                OrderSummary summary = summaries.get(cancel.reference());
                events.add(ofOrder(id, new OrderCancelled(id, summary, "", List.of(), 1L, 1L)));
            }
        });
        return events;
    }

    private static int index(String feature) {
        return FraudFeatures.names().indexOf(feature);
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
