package com.fusioncommerce.streams.catalog;

import com.fusioncommerce.streams.kernel.Refusal;

/** Refusals that only the catalogue has. */
public final class CatalogRefusals {
    /** The product does not exist. */
    public static final Refusal UNKNOWN_PRODUCT = Refusal.unknown("unknown_product", "There is no such product");

    /** The product exists already. */
    public static final Refusal PRODUCT_EXISTS = Refusal.conflict("product_exists", "There is such a product already");

    private CatalogRefusals() {}
}
