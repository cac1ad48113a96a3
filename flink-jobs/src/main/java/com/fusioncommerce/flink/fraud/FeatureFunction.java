package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Orders of one customer into features, from what the customer did before; then remembers the order. */
final class FeatureFunction extends KeyedProcessFunction<String, OrderArrival, ScorableOrder> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<CustomerActivity> activity;

    @Override
    public void open(OpenContext context) {
        activity = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("customer-activity", AvroType.avro(CustomerActivity.class)));
    }

    @Override
    public void processElement(OrderArrival arrival, Context context, Collector<ScorableOrder> out) throws Exception {
        CustomerActivity before = activity.value();
        out.collect(new ScorableOrder(arrival, FraudFeatures.of(arrival.order(), before)));
        activity.update(Activities.after(before, arrival.order()));
    }
}
