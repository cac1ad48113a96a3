package com.fusioncommerce.streams.orders;

import com.fusioncommerce.streams.kernel.Refusal;

/** Refusals that only orders have. */
public final class OrderRefusals {
    /** The order does not exist. */
    public static final Refusal UNKNOWN_ORDER = Refusal.unknown("unknown_order", "There is no such order");

    /** The order exists already. */
    public static final Refusal ORDER_EXISTS = Refusal.conflict("order_exists", "There is such an order already");

    /** The order has ended. */
    public static final Refusal ORDER_NOT_CANCELLABLE =
            Refusal.conflict("order_not_cancellable", "The order can no longer be cancelled");

    /** The placed order was cancelled before it was reserved. */
    public static final Refusal ORDER_CANCELLED =
            Refusal.conflict("order_cancelled", "The order was cancelled before it was reserved");

    /** The placed order's pools did not answer in time. */
    public static final Refusal RESERVATION_EXPIRED =
            Refusal.conflict("reservation_expired", "A pool did not answer in time");

    /** The order's products have another currency. */
    public static final Refusal CURRENCY_MISMATCH =
            Refusal.invalid("currency_mismatch", "The currency is not the one the products are priced in");

    /** A line's product does not exist. */
    public static final Refusal UNKNOWN_SKU =
            Refusal.invalid("unknown_sku", "A line names a SKU that the catalogue does not have");

    /** The order has more lines than {@link OrderRules#MOST_LINES}. */
    public static final Refusal TOO_MANY_LINES = Refusal.invalid("too_many_lines", "The order has too many lines");

    /** The order has no lines. */
    public static final Refusal EMPTY_ORDER = Refusal.invalid("empty_order", "The order has no lines");

    /** The total or the units exceed the exact range. */
    public static final Refusal AMOUNT_TOO_LARGE =
            Refusal.invalid("amount_too_large", "The order's total is beyond what can be counted");

    private OrderRefusals() {}
}
