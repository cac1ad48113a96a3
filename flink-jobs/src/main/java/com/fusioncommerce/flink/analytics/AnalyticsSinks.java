package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.DeadLetter;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Sinks of the analytics job.
 *
 * @param orders takes a row for each event of an order
 * @param lines takes a row for each line of an order, when the order is created and when it ends
 * @param scores takes a row for each score
 * @param deadLetters takes records that could not be read
 */
public record AnalyticsSinks(
        Sink<OrderFact> orders, Sink<OrderLineFact> lines, Sink<OrderScoreFact> scores, Sink<DeadLetter> deadLetters) {}
