package com.fusioncommerce.flink.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.testing.TestEvents;
import com.fusioncommerce.models.features.FraudFeatures;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FeatureFunctionTest {
    @Test
    void what_a_customer_did_is_remembered_across_a_restart_and_not_shared_with_other_tenants() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, OrderArrival, ScorableOrder> harness = harness();
        harness.open();
        harness.processElement(arrival("acme", "main~1"), 0);
        assertThat(previousOrders(harness)).isZero();
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        KeyedOneInputStreamOperatorTestHarness<String, OrderArrival, ScorableOrder> restored = harness();
        restored.initializeState(snapshot);
        restored.open();
        restored.processElement(arrival("acme", "main~2"), 0);
        assertThat(previousOrders(restored)).isEqualTo(1);
        restored.processElement(arrival("other", "main~3"), 0);
        assertThat(previousOrders(restored)).isZero();
        restored.close();
    }

    private static OrderArrival arrival(String tenant, String orderId) {
        return new OrderArrival(tenant + "/" + orderId, Map.of(), TestEvents.created(orderId, false));
    }

    private static float previousOrders(
            KeyedOneInputStreamOperatorTestHarness<String, OrderArrival, ScorableOrder> harness) {
        var outputs = harness.extractOutputValues();
        return outputs.get(outputs.size() - 1).features()[FraudFeatures.names().indexOf("previous_orders")];
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, OrderArrival, ScorableOrder> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FeatureFunction()), OrderArrival::customer, Types.STRING);
    }
}
