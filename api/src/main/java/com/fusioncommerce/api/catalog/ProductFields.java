package com.fusioncommerce.api.catalog;

import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.MessageRules;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Rule;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.FirstStock;
import java.util.Map;

/** Fields of requests about products. */
final class ProductFields {
    static final Parameter<String> SKU_IN_PATH = Parameter.path("sku", Rules.SKU, Rules.ID_FORM);

    private static final ProblemType TOO_MANY_ATTRIBUTES =
            ProblemType.of("too_many_attributes", 422, "The product has too many attributes");

    static final Field<String> SKU = Field.text("sku", MessageRules.text(CreateProduct.class, "sku"));

    static final Field<String> NAME =
            Field.text("name", Rule.text(1, 200)).described("One line, without control characters.");

    static final Field<String> DESCRIPTION = Field.text("description", Rule.lines(0, 4_000), "")
            .described("Lines, without other control characters; empty if left out.");

    static final Field<String> UNIT_PRICE =
            Field.text("unitPrice", MessageRules.text(CreateProduct.class, "unitPrice"));

    static final Field<String> CURRENCY = Field.text("currency", MessageRules.text(CreateProduct.class, "currency"));

    static final Field<Map<String, String>> ATTRIBUTES =
            Field.texts("attributes", Rule.lines(0, 500), 50, TOO_MANY_ATTRIBUTES);

    static final Field<Long> INVENTORY_COUNT = Field.optionalNumber(
                    "inventoryCount", MessageRules.units(FirstStock.class, "onHand"))
            .described(
                    "Units to begin with, put into inventoryPool a moment after the product is there; needs the scope"
                            + " stock:write too.");

    static final Field<String> INVENTORY_POOL = Field.optionalText(
                    "inventoryPool", MessageRules.text(FirstStock.class, "pool"))
            .described("Where they lie; main if left out.");

    private ProductFields() {}
}
