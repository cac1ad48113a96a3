package com.fusioncommerce.api.catalog;

import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.catalog.Product;
import java.util.Map;

/** A product as clients see it. */
public record ProductJson(
        String sku,
        String name,
        String description,
        String unitPrice,
        String currency,
        Map<String, String> attributes,
        String createdAt,
        String updatedAt,
        long version) {

    /** A product. */
    public static ProductJson of(Product product) {
        return new ProductJson(
                product.getSku(),
                product.getName(),
                product.getDescription(),
                Shapes.unitPrice(product.getUnitPrice()),
                product.getCurrency(),
                product.getAttributes(),
                Shapes.time(product.getCreatedAt()),
                Shapes.time(product.getUpdatedAt()),
                product.getVersion());
    }
}
