package com.fusioncommerce.api.catalog;

import com.fusioncommerce.api.problem.ProblemType;

/** Refusals that only the catalogue has. */
final class CatalogRefusals {
    static final ProblemType UNKNOWN_PRODUCT = ProblemType.of("unknown_product", 404, "There is no such product");
    static final ProblemType PRODUCT_EXISTS =
            ProblemType.of("product_exists", 409, "There is such a product already");
    static final ProblemType TOO_MANY_ATTRIBUTES =
            ProblemType.of("too_many_attributes", 422, "The product has too many attributes");

    private CatalogRefusals() {}
}
