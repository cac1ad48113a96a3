package com.fusioncommerce.flink.fraud;

/**
 * An order and its features at the time of its arrival.
 *
 * @param arrival the order
 * @param features in the order of their names
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScorableOrder(OrderArrival arrival, float[] features) {}
