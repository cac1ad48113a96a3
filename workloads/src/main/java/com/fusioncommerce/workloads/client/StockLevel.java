package com.fusioncommerce.workloads.client;

/**
 * Stock of a SKU.
 *
 * @param onHand units physically present
 * @param available units not reserved for an order
 */
public record StockLevel(long onHand, long available) {}
