package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.streams.kernel.Refusal;

/** Refusals that only stock has. */
public final class StockRefusals {
    /** More units are reserved than would be on hand. */
    public static final Refusal STOCK_BELOW_RESERVED =
            Refusal.conflict("stock_below_reserved", "More units are reserved than would be there");

    /** The units on hand would become negative. */
    public static final Refusal NEGATIVE_STOCK =
            Refusal.conflict("negative_stock", "There would be less than nothing there");

    private StockRefusals() {}
}
