package com.fusioncommerce.streams.catalog;

import com.fusioncommerce.streams.kernel.Refusal;

/** Refusals that only the catalogue has. */
public final class CatalogRefusals {
    /** A product that is not there. */
    public static final Refusal UNKNOWN_PRODUCT = Refusal.unknown("unknown_product", "There is no such product");

    /** A product that is there already. */
    public static final Refusal PRODUCT_EXISTS = Refusal.conflict("product_exists", "There is such a product already");

    private CatalogRefusals() {}
}
