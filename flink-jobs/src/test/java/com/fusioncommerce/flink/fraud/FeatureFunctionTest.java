package com.fusioncommerce.flink.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.testing.TestEvents;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackend;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // The test harness may be interrupted while it closes.
class FeatureFunctionTest {
    /** Snapshot of the state of ann, who ordered twice, from a version that did not store outcomes and euros. */
    private static final String OLDER_STATE = "src/test/resources/customer-activity-1.snapshot";

    @Test
    void what_a_customer_did_is_remembered_across_a_restart_and_not_shared_with_other_tenants() throws Exception {
        Harness harness = new Harness();
        harness.open();
        harness.process(arrival("acme", "main~1"));
        assertThat(harness.last("previous_orders")).isZero();
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        try (Harness restored = new Harness()) {
            restored.initializeState(snapshot);
            restored.open();
            restored.process(arrival("acme", "main~2"));
            assertThat(restored.last("previous_orders")).isEqualTo(1);
            restored.process(arrival("other", "main~3"));
            assertThat(restored.last("previous_orders")).isZero();
        }
    }

    @Test
    @SuppressWarnings("deprecation") // The test harness accepts a job's state backend by this name only.
    void the_state_of_a_running_job_survives_the_upgrade() throws Exception {
        try (Harness restored = new Harness()) {
            restored.setStateBackend(new EmbeddedRocksDBStateBackend());
            restored.initializeState(OperatorSnapshotUtil.readStateHandle(OLDER_STATE));
            restored.open();
            restored.process(arrival("acme", "main~3"));
            assertThat(restored.last("previous_orders")).isEqualTo(2);
            assertThat(restored.last("orders_1h")).isEqualTo(2);
            assertThat(restored.last("amount_to_usual"))
                    .as("older amounts had no currency, and are not compared")
                    .isEqualTo(-1);
            restored.process(arrival("acme", "main~4"));
            assertThat(restored.last("amount_to_usual")).isEqualTo(1);
        }
    }

    @Test
    void an_order_that_stock_refused_is_an_attempt_and_no_velocity() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.process(arrival("acme", "main~1"));
            harness.process(end("main~1", AttemptOutcome.REFUSED));
            harness.process(arrival("acme", "main~2"));
            harness.process(end("main~2", AttemptOutcome.REFUSED));
            harness.process(arrival("acme", "main~3"));

            assertThat(harness.last("refused_24h")).isEqualTo(2);
            assertThat(harness.last("orders_1h")).isZero();
            assertThat(harness.last("first_order")).isEqualTo(1);
        }
    }

    @Test
    void a_verdict_of_the_gate_does_not_speak_for_the_next_one() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.process(arrival("acme", "main~1"));
            float[] first = harness.lastFeatures();
            harness.process(end("main~1", AttemptOutcome.REJECTED));
            harness.process(arrival("acme", "main~2"));

            assertThat(harness.lastFeatures()).isEqualTo(first);
        }
    }

    @Test
    void guests_share_an_id_and_no_history_and_nothing_is_kept_of_them() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.process(guest("main~1"));
            float[] first = harness.lastFeatures();
            for (int i = 2; i < 10; i++) {
                harness.process(guest("main~" + i));
                assertThat(harness.lastFeatures()).isEqualTo(first);
            }
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    private static Either<OrderArrival, OrderEnd> arrival(String tenant, String orderId) {
        return Either.Left(new OrderArrival(tenant + "/" + orderId, Map.of(), TestEvents.created(orderId, false)));
    }

    private static Either<OrderArrival, OrderEnd> guest(String orderId) {
        OrderCreated order = TestEvents.created(orderId, false);
        OrderSummary summary = OrderSummary.newBuilder(order.getSummary())
                .setCustomerId("Guest")
                .build();
        return Either.Left(new OrderArrival(
                "acme/" + orderId,
                Map.of(),
                OrderCreated.newBuilder(order).setSummary(summary).build()));
    }

    private static Either<OrderArrival, OrderEnd> end(String orderId, AttemptOutcome outcome) {
        return Either.Right(new OrderEnd("acme/ann", orderId, outcome));
    }

    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<String, Either<OrderArrival, OrderEnd>, ScorableOrder> {
        Harness() throws Exception {
            super(new KeyedProcessOperator<>(new FeatureFunction()), OrderNews::customer, Types.STRING);
        }

        void process(Either<OrderArrival, OrderEnd> news) throws Exception {
            processElement(news, 0);
        }

        float[] lastFeatures() {
            var outputs = extractOutputValues();
            return outputs.get(outputs.size() - 1).features();
        }

        float last(String feature) {
            return lastFeatures()[FraudFeatures.names().indexOf(feature)];
        }
    }
}
