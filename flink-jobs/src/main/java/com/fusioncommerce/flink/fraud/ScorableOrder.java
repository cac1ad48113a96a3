package com.fusioncommerce.flink.fraud;

/**
 * An order and its features at the time of its arrival.
 *
 * @param arrival the order
 * @param features feature values, in the order of the feature names
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScorableOrder(OrderArrival arrival, float[] features) {}
