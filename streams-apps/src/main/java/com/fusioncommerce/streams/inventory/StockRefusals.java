package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.streams.kernel.Refusal;

/** Refusals that only stock has. */
public final class StockRefusals {
    /** Orders hold more than would be there. */
    public static final Refusal STOCK_BELOW_RESERVED =
            Refusal.conflict("stock_below_reserved", "More units are reserved than would be there");

    /** More would be taken than is there. */
    public static final Refusal NEGATIVE_STOCK =
            Refusal.conflict("negative_stock", "There would be less than nothing there");

    private StockRefusals() {}
}
