package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits the line rows of a created order and keeps them in state; when the order ends, emits them again with the event
 * that ended it and negative net fields. Only the creation carries the lines, and a confirmed order can be cancelled at
 * any time, so the lines of living orders stay in RocksDB until then: some 100 bytes a line.
 */
final class LinesOfOrders extends KeyedProcessFunction<String, OrderRows, OrderLineFact> {
    private static final long serialVersionUID = 1L;

    private transient ListState<OrderLineFact> living;

    @Override
    public void open(OpenContext context) {
        living = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("living", AvroType.avro(OrderLineFact.class)));
    }

    @Override
    public void processElement(OrderRows rows, Context context, Collector<OrderLineFact> out) throws Exception {
        if (!rows.lines().isEmpty()) {
            living.update(rows.lines());
            rows.lines().forEach(out::collect);
        }
        if (rows.order().getNetOrders() < 0) {
            for (OrderLineFact line : living.get()) {
                out.collect(ended(line, rows.order()));
            }
            living.clear();
        }
    }

    private static OrderLineFact ended(OrderLineFact line, OrderFact end) {
        return OrderLineFact.newBuilder(line)
                .setEvent(end.getEvent())
                .setHappenedIn(end.getHappenedIn())
                .setNetOrders(-line.getNetOrders())
                .setNetUnits(-line.getNetUnits())
                .setNetRevenue(-line.getNetRevenue())
                .build();
    }
}
