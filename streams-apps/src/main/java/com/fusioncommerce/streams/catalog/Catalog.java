package com.fusioncommerce.streams.catalog;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import java.util.List;

/** The catalogue domain, declared. */
public final class Catalog {
    /** Products by SKU. */
    public static final Aggregate<Product> PRODUCTS =
            Aggregate.published("products", Product.class, Topics.named("catalog.products"));

    private Catalog() {}

    /** The domain. */
    public static Domain domain() {
        return new Domain(
                "catalog",
                Topics.commands("catalog"),
                Topics.events("catalog"),
                List.of(PRODUCTS),
                List.of(),
                new ProductDecider(),
                List.of(),
                List.of());
    }
}
