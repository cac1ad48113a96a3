package com.fusioncommerce.flink.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.testing.TestEvents;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringOperatorTest {
    private OneInputStreamOperatorTestHarness<ScorableOrder, ScoredOrder> harness;

    @TempDir
    private Path kept;

    @BeforeEach
    void open() throws Exception {
        ModelFactory models = ModelFactory.pinned("../ai-models/models", FraudModel.RELEASED, kept.toString());
        ScoringOperator operator = new ScoringOperator(models, 3, Duration.ofMillis(5));
        harness = new OneInputStreamOperatorTestHarness<>(operator);
        harness.open();
        harness.setProcessingTime(1_000);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void a_full_batch_leaves_at_once() throws Exception {
        feed(2);
        assertThat(scored()).isZero();
        feed(1);
        assertThat(scored()).isEqualTo(3);
    }

    @Test
    void the_first_order_waits_no_longer_than_it_may() throws Exception {
        feed(1);
        harness.setProcessingTime(1_004);
        assertThat(scored()).isZero();
        harness.setProcessingTime(1_005);
        assertThat(scored()).isEqualTo(1);
        assertThat(harness.extractOutputValues().get(0).event().getAt()).isEqualTo(1_005);
    }

    @Test
    void the_timer_is_set_again_for_the_next_batch() throws Exception {
        feed(3);
        harness.setProcessingTime(1_010);
        feed(1);
        harness.setProcessingTime(1_015);
        assertThat(scored()).isEqualTo(4);
    }

    @Test
    void nothing_waits_across_a_checkpoint() throws Exception {
        feed(2);
        harness.prepareSnapshotPreBarrier(1);
        assertThat(scored()).isEqualTo(2);
    }

    @Test
    void nothing_waits_across_a_watermark_or_the_end() throws Exception {
        feed(1);
        harness.processWatermark(new Watermark(5));
        assertThat(scored()).isEqualTo(1);
        feed(1);
        harness.endInput();
        assertThat(scored()).isEqualTo(2);
    }

    private void feed(int orders) throws Exception {
        for (int i = 0; i < orders; i++) {
            OrderCreated order = TestEvents.created("main~" + i, false);
            OrderArrival arrival = new OrderArrival("acme/main~" + i, Map.of(), order);
            harness.processElement(new ScorableOrder(arrival, FraudFeatures.of(order, null)), 0);
        }
    }

    private int scored() {
        return harness.extractOutputValues().size();
    }
}
