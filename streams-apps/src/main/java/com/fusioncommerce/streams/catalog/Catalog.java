package com.fusioncommerce.streams.catalog;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.DomainGroup;
import com.fusioncommerce.streams.kernel.OperatorRules;
import com.fusioncommerce.streams.query.StoreRef;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/** Declaration of the catalogue domain, a group of its own. */
@AutoService(DomainGroup.class)
public final class Catalog implements DomainGroup {
    /** Products by SKU. */
    public static final Aggregate<Product> PRODUCTS =
            Aggregate.published("products", Product.class, Topics.named("catalog.products"));

    /** Store of products, by {@code tenant/sku}. */
    public static final StoreRef<Product> PRODUCT_STORE = StoreRef.of(PRODUCTS);

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public List<Domain> domains(OperatorRules rules) {
        return List.of(domain());
    }

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
