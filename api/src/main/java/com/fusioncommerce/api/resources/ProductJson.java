package com.fusioncommerce.api.resources;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.catalog.CreateProduct;
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

    /** The product that a command made. */
    static ProductJson of(CreateProduct created, long at) {
        String time = Instant.ofEpochMilli(at).toString();
        return new ProductJson(
                created.getSku(),
                created.getName(),
                created.getDescription(),
                Amounts.decimalPrice(created.getUnitPrice()).toPlainString(),
                created.getCurrency(),
                created.getAttributes(),
                time,
                time,
                1);
    }
}
