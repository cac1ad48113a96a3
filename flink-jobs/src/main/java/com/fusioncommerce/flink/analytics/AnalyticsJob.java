package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.flink.stream.CodecFactory;
import com.fusioncommerce.flink.stream.Decode;
import com.fusioncommerce.flink.stream.MessageReader;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Job that converts order events and scores to the flat rows that Druid reads. */
public final class AnalyticsJob {
    /**
     * Name of the job, its consumer group and its checkpoints. When the meaning of the rows changes, the job and its
     * topics get other names: the job then reads all events again, and no sum has rows of two meanings.
     */
    public static final String NAME = "facts";

    private AnalyticsJob() {}

    /**
     * Defines the job.
     *
     * @param orders source of order events
     * @param scores source of score events
     * @param sinks sinks of the rows
     * @param codecs decode the events
     */
    public static void define(
            StreamExecutionEnvironment env,
            Source<RawRecord, ?, ?> orders,
            Source<RawRecord, ?, ?> scores,
            AnalyticsSinks sinks,
            CodecFactory codecs) {
        SingleOutputStreamOperator<OrderRows> rows = decoded(
                env, "orders", Topics.events("orders"), orders, sinks, codecs, OrderRows.TYPE, OrderEvents::rows);
        rows.map(OrderRows::order, AvroType.avro(OrderFact.class))
                .name("order-rows")
                .uid("order-rows")
                .sinkTo(sinks.orders())
                .name("order-facts")
                .uid("order-facts");
        rows.keyBy(AnalyticsJob::orderKey)
                .process(new LinesOfOrders(), AvroType.avro(OrderLineFact.class))
                .name("line-rows")
                .uid("line-rows")
                .sinkTo(sinks.lines())
                .name("line-facts")
                .uid("line-facts");
        decoded(
                        env,
                        "scores",
                        Topics.events("fraud"),
                        scores,
                        sinks,
                        codecs,
                        AvroType.avro(OrderScoreFact.class),
                        ScoreEvents::rows)
                .keyBy(AnalyticsJob::scoreId)
                .process(new OnlyOnce<>(), AvroType.avro(OrderScoreFact.class))
                .name("scores-once")
                .uid("scores-once")
                .sinkTo(sinks.scores())
                .name("score-facts")
                .uid("score-facts");
    }

    private static String orderKey(OrderRows rows) {
        return Facts.ORDERS.key(rows.order());
    }

    private static String scoreId(OrderScoreFact row) {
        return String.join(" ", row.getTenant(), row.getOrderId(), row.getModel(), row.getModelVersion());
    }

    private static <T> SingleOutputStreamOperator<T> decoded(
            StreamExecutionEnvironment env,
            String name,
            Topic topic,
            Source<RawRecord, ?, ?> source,
            AnalyticsSinks sinks,
            CodecFactory codecs,
            TypeInformation<T> type,
            MessageReader<T> reader) {
        SingleOutputStreamOperator<T> rows = env.fromSource(source, WatermarkStrategy.noWatermarks(), name)
                .uid(name)
                .process(new Decode<>(NAME, topic, codecs, reader), type)
                .name(name + "-decode")
                .uid(name + "-decode");
        rows.getSideOutput(Decode.DEAD_LETTERS)
                .sinkTo(sinks.deadLetters())
                .name(name + "-dead-letters")
                .uid(name + "-dead-letters");
        return rows;
    }
}
