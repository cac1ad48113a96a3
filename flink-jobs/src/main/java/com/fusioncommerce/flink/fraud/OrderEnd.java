package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.schemas.fraud.AttemptOutcome;

/**
 * News that an order came to nothing: from then on it is an attempt of its customer.
 *
 * @param customer key of the customer
 * @param orderId the order, pool included
 * @param outcome what became of it
 */
public record OrderEnd(String customer, String orderId, AttemptOutcome outcome) {}
