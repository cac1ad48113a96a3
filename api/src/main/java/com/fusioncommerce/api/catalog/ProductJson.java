package com.fusioncommerce.api.catalog;

import com.fusioncommerce.api.operations.Representation;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.catalog.Product;
import java.util.Map;

/** JSON representation of a product. */
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
    static final Schema SCHEMA = Schema.object()
            .field("sku", SharedSchemas.ID)
            .field("name", Schema.text())
            .field("description", Schema.text())
            .field("unitPrice", SharedSchemas.UNIT_PRICE)
            .field("currency", SharedSchemas.RECORDED_CURRENCY)
            .field("attributes", Schema.mapOf(Schema.text()))
            .field("createdAt", SharedSchemas.TIMESTAMP)
            .field("updatedAt", SharedSchemas.TIMESTAMP)
            .field("version", SharedSchemas.VERSION)
            .named("Product");

    static final Representation<Product> SHOWN =
            Representation.of(Product.class, SCHEMA, ProductJson::of, Product::getVersion);

    /** The representation of a product's state. */
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
