package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.CodecFactory;
import com.fusioncommerce.flink.stream.DeadLetter;
import com.fusioncommerce.flink.stream.Decode;
import com.fusioncommerce.flink.stream.Message;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Created orders to scores: decode, features by customer, score in small batches. */
public final class FraudScoringJob {
    /** Its name, and that of its consumer group. */
    public static final String NAME = "fraud-scoring";

    private static final int BATCH_SIZE = 64;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(5);

    private FraudScoringJob() {}

    /**
     * Defines the job.
     *
     * @param orders events of orders
     * @param scores takes the scores
     * @param deadLetters takes what could not be read
     * @param codecs how events are read
     * @param models which model scores
     */
    public static void define(
            StreamExecutionEnvironment env,
            Source<RawRecord, ?, ?> orders,
            Sink<ScoredOrder> scores,
            Sink<DeadLetter> deadLetters,
            CodecFactory codecs,
            ModelFactory models) {
        SingleOutputStreamOperator<OrderArrival> arrivals = env.fromSource(
                        orders, WatermarkStrategy.noWatermarks(), "orders")
                .uid("orders")
                .process(
                        new Decode<>(NAME, Topics.ORDERS_EVENTS, codecs, FraudScoringJob::arrivals),
                        TypeInformation.of(OrderArrival.class))
                .name("decode")
                .uid("decode");
        arrivals.getSideOutput(Decode.DEAD_LETTERS)
                .sinkTo(deadLetters)
                .name("dead-letters")
                .uid("dead-letters");
        arrivals.keyBy(OrderArrival::customer)
                .process(new FeatureFunction(), TypeInformation.of(ScorableOrder.class))
                .name("features")
                .uid("features")
                .transform(
                        "score",
                        TypeInformation.of(ScoredOrder.class),
                        new ScoringOperator(models, BATCH_SIZE, LONGEST_WAIT))
                .uid("score")
                .sinkTo(scores)
                .name("scores")
                .uid("scores");
    }

    private static List<OrderArrival> arrivals(Message message) {
        if (!(message.value() instanceof OrderCreated order)) {
            return List.of();
        }
        String currency = order.getSummary().getCurrency();
        if (!Amounts.isCurrency(currency)) {
            throw new IllegalArgumentException("order " + order.getOrderId() + " in an unknown currency: " + currency);
        }
        return List.of(new OrderArrival(message.key(), message.headers(), order));
    }
}
