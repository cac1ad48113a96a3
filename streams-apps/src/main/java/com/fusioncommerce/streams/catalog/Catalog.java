package com.fusioncommerce.streams.catalog;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import java.util.Optional;

/** The catalogue domain, declared. */
public final class Catalog {
    /** Products by SKU. */
    public static final Aggregate<Product> PRODUCTS =
            Aggregate.published("products", Product.class, Topics.named("catalog.products"));

    private Catalog() {}

    /** The domain. */
    public static Domain domain() {
        return Domain.named("catalog")
                .keeps(PRODUCTS)
                .handles(CreateProduct.class, ProductDecider::create)
                .handles(ChangePrice.class, ProductDecider::changePrice)
                .folds(ProductCreated.class, ProductDecider::created)
                .folds(ProductPriceChanged.class, ProductDecider::repriced)
                .shows(context -> Optional.ofNullable(ProductDecider.product(context)))
                .done();
    }
}
