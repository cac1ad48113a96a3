package com.fusioncommerce.flink.analytics;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Deduplication: passes on the first element of each key. Scores come at least once: after a crash the scoring job
 * repeats those since its last checkpoint, and a row must not be counted twice.
 *
 * @param <T> the element
 */
final class OnlyOnce<T> extends KeyedProcessFunction<String, T, T> {
    private static final long serialVersionUID = 1L;

    /** Time to live: far longer than the scoring job may be down. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private transient ValueState<Boolean> seen;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<Boolean> descriptor = new ValueStateDescriptor<>("seen", Types.BOOLEAN);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
        seen = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(T element, Context context, Collector<T> out) throws Exception {
        if (seen.value() == null) {
            seen.update(true);
            out.collect(element);
        }
    }
}
