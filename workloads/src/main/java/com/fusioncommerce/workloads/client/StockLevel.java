package com.fusioncommerce.workloads.client;

/**
 * What there is of a SKU.
 *
 * @param onHand units physically there
 * @param available units that are not held for an order
 */
public record StockLevel(long onHand, long available) {}
