package com.fusioncommerce.flink.fraud;

/**
 * An order and its features, as they were when it came.
 *
 * @param arrival the order
 * @param features in the order of their names
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScorableOrder(OrderArrival arrival, float[] features) {}
