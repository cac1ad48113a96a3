package com.fusioncommerce.flink;

import com.fusioncommerce.flink.analytics.AnalyticsJob;
import com.fusioncommerce.flink.analytics.AnalyticsSinks;
import com.fusioncommerce.flink.analytics.Facts;
import com.fusioncommerce.flink.fraud.FraudScoringJob;
import com.fusioncommerce.flink.fraud.ModelFactory;
import com.fusioncommerce.flink.fraud.ScoredOrders;
import com.fusioncommerce.flink.stream.CodecFactory;
import com.fusioncommerce.flink.stream.KafkaSinks;
import com.fusioncommerce.flink.stream.KafkaSources;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs, with the platform's topics as sources and sinks. */
final class Jobs {
    private final String kafka;
    private final CodecFactory codecs;
    private final ModelFactory models;

    Jobs(String kafka, CodecFactory codecs, ModelFactory models) {
        this.kafka = kafka;
        this.codecs = codecs;
        this.models = models;
    }

    /** All jobs by name. */
    Map<String, Consumer<StreamExecutionEnvironment>> all() {
        Map<String, Consumer<StreamExecutionEnvironment>> jobs = new LinkedHashMap<>();
        jobs.put(FraudScoringJob.NAME, this::fraudScoring);
        jobs.put(AnalyticsJob.NAME, this::analytics);
        return jobs;
    }

    /**
     * Scores at least once and without delay: the shopper's confirmation waits for a score, and its id shows a repeated
     * one.
     */
    private void fraudScoring(StreamExecutionEnvironment env) {
        env.setBufferTimeout(1);
        env.enableCheckpointing(Duration.ofSeconds(2).toMillis());
        FraudScoringJob.define(
                env,
                KafkaSources.of(kafka, FraudScoringJob.NAME, Topics.events("orders")),
                KafkaSinks.atLeastOnce(kafka, Topics.events("fraud"), codecs, ScoredOrders.OUTGOING),
                KafkaSinks.deadLetters(kafka),
                codecs,
                models);
    }

    /**
     * Writes rows exactly once, since they are summed. A row is visible when the next checkpoint is complete, so
     * checkpoints are frequent.
     */
    private void analytics(StreamExecutionEnvironment env) {
        env.enableCheckpointing(Duration.ofSeconds(1).toMillis());
        AnalyticsSinks sinks = new AnalyticsSinks(
                KafkaSinks.exactlyOnce(
                        kafka, Topics.named("analytics.order-facts"), "order-facts", codecs, Facts.ORDERS),
                KafkaSinks.exactlyOnce(kafka, Topics.named("analytics.line-facts"), "line-facts", codecs, Facts.LINES),
                KafkaSinks.exactlyOnce(
                        kafka, Topics.named("analytics.score-facts"), "score-facts", codecs, Facts.SCORES),
                KafkaSinks.deadLetters(kafka));
        AnalyticsJob.define(
                env,
                KafkaSources.of(kafka, AnalyticsJob.NAME, Topics.events("orders")),
                KafkaSources.of(kafka, AnalyticsJob.NAME, Topics.events("fraud")),
                sinks,
                codecs);
    }
}
