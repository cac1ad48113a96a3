package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;

/**
 * Computes the features of an order from its customer's activity before, then adds the order and later its outcome to
 * that activity. The state is Avro and evolves like a topic's schema: new fields have defaults, so that a running job's
 * checkpoint is read by newer code. Guests have no state.
 */
final class FeatureFunction extends KeyedProcessFunction<String, Either<OrderArrival, OrderEnd>, ScorableOrder> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<CustomerActivity> activity;

    @Override
    public void open(OpenContext context) {
        activity = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("customer-activity", AvroType.avro(CustomerActivity.class)));
    }

    @Override
    public void processElement(Either<OrderArrival, OrderEnd> news, Context context, Collector<ScorableOrder> out)
            throws Exception {
        if (news.isLeft()) {
            arrived(news.left(), out);
        } else {
            ended(news.right());
        }
    }

    private void arrived(OrderArrival arrival, Collector<ScorableOrder> out) throws Exception {
        OrderCreated order = arrival.order();
        boolean guest = Guests.isGuest(order.getSummary().getCustomerId());
        CustomerActivity before = guest ? null : activity.value();
        out.collect(new ScorableOrder(arrival, FraudFeatures.of(order, before)));
        if (!guest) {
            activity.update(Activities.after(before, order));
        }
    }

    private void ended(OrderEnd end) throws Exception {
        CustomerActivity before = activity.value();
        if (before != null) {
            activity.update(Activities.after(before, end.orderId(), end.outcome()));
        }
    }
}
