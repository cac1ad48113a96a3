package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.CodecFactory;
import com.fusioncommerce.flink.stream.DeadLetter;
import com.fusioncommerce.flink.stream.Decode;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/**
 * Job that scores created orders: decode, compute features by customer, score in small batches. Orders that failed are
 * kept in their customer's state.
 */
public final class FraudScoringJob {
    /** Name of the job and its consumer group. */
    public static final String NAME = "fraud-scoring";

    private static final int BATCH_SIZE = 64;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(5);

    private FraudScoringJob() {}

    /**
     * Defines the job.
     *
     * @param orders source of order events
     * @param scores takes the scores
     * @param deadLetters takes records that could not be read
     * @param codecs decode the events
     * @param models load the model
     */
    public static void define(
            StreamExecutionEnvironment env,
            Source<RawRecord, ?, ?> orders,
            Sink<ScoredOrder> scores,
            Sink<DeadLetter> deadLetters,
            CodecFactory codecs,
            ModelFactory models) {
        SingleOutputStreamOperator<Either<OrderArrival, OrderEnd>> news = env.fromSource(
                        orders, WatermarkStrategy.noWatermarks(), "orders")
                .uid("orders")
                .process(new Decode<>(NAME, Topics.events("orders"), codecs, OrderNews::of), OrderNews.TYPE)
                .name("decode")
                .uid("decode");
        news.getSideOutput(Decode.DEAD_LETTERS)
                .sinkTo(deadLetters)
                .name("dead-letters")
                .uid("dead-letters");
        news.keyBy(OrderNews::customer)
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
}
