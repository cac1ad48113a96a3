package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.DeadLetter;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the rows go.
 *
 * @param orders takes a row for everything that happens to an order
 * @param lines takes a row for every line of an order, when it comes to be and when it ends
 * @param scores takes a row for every score
 * @param deadLetters takes what could not be read
 */
public record AnalyticsSinks(
        Sink<OrderFact> orders, Sink<OrderLineFact> lines, Sink<OrderScoreFact> scores, Sink<DeadLetter> deadLetters) {}
