package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.schemas.fraud.AttemptOutcome;

/**
 * The end of a failed order, which counts as an attempt of its customer from then on.
 *
 * @param customer key of the customer
 * @param orderId the order, pool included
 * @param outcome how the order ended
 */
public record OrderEnd(String customer, String orderId, AttemptOutcome outcome) {}
