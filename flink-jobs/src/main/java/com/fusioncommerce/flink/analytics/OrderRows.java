package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import java.util.List;

/**
 * The rows of one event of an order.
 *
 * @param order what happened to the order
 * @param lines its lines where it was created; empty for all else
 */
public record OrderRows(OrderFact order, List<OrderLineFact> lines) {}
