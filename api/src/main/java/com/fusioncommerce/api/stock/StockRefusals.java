package com.fusioncommerce.api.stock;

import com.fusioncommerce.api.problem.ProblemType;

/** Refusals that only stock has. */
final class StockRefusals {
    static final ProblemType UNKNOWN_STOCK =
            ProblemType.of("unknown_stock", 404, "There is no stock of this SKU in this pool");
    static final ProblemType STOCK_BELOW_RESERVED =
            ProblemType.of("stock_below_reserved", 409, "More units are reserved than would be there");
    static final ProblemType NEGATIVE_STOCK =
            ProblemType.of("negative_stock", 409, "There would be less than nothing there");

    private StockRefusals() {}
}
