package com.fusioncommerce.api.resources;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.catalog.Product;
import java.time.Instant;
import java.util.Map;

/** A product as clients see it. */
record ProductJson(
        String sku,
        String name,
        String description,
        String unitPrice,
        String currency,
        Map<String, String> attributes,
        String createdAt,
        String updatedAt,
        long version) {

    static ProductJson of(Product product) {
        return new ProductJson(
                product.getSku(),
                product.getName(),
                product.getDescription(),
                Amounts.decimalPrice(product.getUnitPrice()).toPlainString(),
                product.getCurrency(),
                product.getAttributes(),
                Instant.ofEpochMilli(product.getCreatedAt()).toString(),
                Instant.ofEpochMilli(product.getUpdatedAt()).toString(),
                product.getVersion());
    }
}
