package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.problem.ProblemType;

/** Refusals that only orders have. */
final class OrderRefusals {
    static final ProblemType INVALID_AS_OF = ProblemType.of("invalid_as_of", 400, "asOf is not an ISO 8601 time");
    static final ProblemType IMPORT_ONLY =
            ProblemType.of("import_only", 403, "A field is for imports only and needs the scope orders:import");
    static final ProblemType UNKNOWN_ORDER = ProblemType.of("unknown_order", 404, "There is no such order");
    static final ProblemType ORDER_EXISTS = ProblemType.of("order_exists", 409, "There is such an order already");
    static final ProblemType ORDER_NOT_CANCELLABLE =
            ProblemType.of("order_not_cancellable", 409, "The order can no longer be cancelled");
    static final ProblemType ORDER_CANCELLED =
            ProblemType.of("order_cancelled", 409, "The order was cancelled before it was reserved");
    static final ProblemType RESERVATION_EXPIRED =
            ProblemType.of("reservation_expired", 409, "A pool did not answer in time");
    static final ProblemType CURRENCY_MISMATCH =
            ProblemType.of("currency_mismatch", 422, "The currency is not the one the products are priced in");
    static final ProblemType UNKNOWN_SKU =
            ProblemType.of("unknown_sku", 422, "A line names a SKU that the catalogue does not have");
    static final ProblemType TOO_MANY_LINES = ProblemType.of("too_many_lines", 422, "The order has too many lines");
    static final ProblemType EMPTY_ORDER = ProblemType.of("empty_order", 422, "The order has no lines");
    static final ProblemType AMOUNT_TOO_LARGE =
            ProblemType.of("amount_too_large", 422, "The order's total is beyond what can be counted");
    static final ProblemType HISTORY_TOO_LARGE =
            ProblemType.of("history_too_large", 422, "The order's events are more than one answer may hold");

    private OrderRefusals() {}
}
