package com.fusioncommerce.streams.catalog;

import static com.fusioncommerce.streams.catalog.CatalogRefusals.PRODUCT_EXISTS;
import static com.fusioncommerce.streams.catalog.CatalogRefusals.UNKNOWN_PRODUCT;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_ID;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_PRICE;
import static com.fusioncommerce.streams.kernel.CommonRefusals.UNKNOWN_CURRENCY;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;
import static com.fusioncommerce.streams.kernel.Decision.reject;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.States;
import java.util.ArrayList;
import java.util.List;

/** Decides and folds a product, which is created once, then repriced. */
final class ProductDecider {
    private ProductDecider() {}

    static Product product(Context context) {
        return context.state(Catalog.PRODUCTS, context.id());
    }

    static Decision create(CreateProduct create, Context context) {
        if (product(context) != null) {
            return reject(PRODUCT_EXISTS, "there is a product " + create.getSku() + " already");
        }
        if (!Keys.isId(create.getSku())) {
            return reject(INVALID_ID, "a SKU is " + Keys.ID_FORM);
        }
        Decision wrong = wrongPrice(create.getUnitPrice(), create.getCurrency());
        if (wrong != null) {
            return wrong;
        }
        return accept(new ProductCreated(
                create.getSku(),
                create.getName(),
                create.getDescription(),
                create.getUnitPrice(),
                create.getCurrency(),
                create.getAttributes(),
                context.now(),
                create.getFirstStock()));
    }

    static Decision changePrice(ChangePrice change, Context context) {
        Product product = product(context);
        if (product == null) {
            return reject(UNKNOWN_PRODUCT, "there is no product " + change.getSku());
        }
        Decision wrong = wrongPrice(change.getUnitPrice(), change.getCurrency());
        if (wrong != null) {
            return wrong;
        }
        if (product.getUnitPrice() == change.getUnitPrice()
                && product.getCurrency().equals(change.getCurrency())) {
            return nothingNew();
        }
        return accept(new ProductPriceChanged(
                change.getSku(), change.getUnitPrice(), product.getUnitPrice(), change.getCurrency(), context.now()));
    }

    private static Decision wrongPrice(long unitPrice, String currency) {
        if (!Amounts.isUnitPrice(unitPrice)) {
            return reject(
                    INVALID_PRICE,
                    "a price is not negative, and "
                            + Amounts.decimalPrice(Amounts.MOST).toPlainString() + " at most");
        }
        if (!Amounts.isCurrency(currency)) {
            return reject(UNKNOWN_CURRENCY, currency + " is no ISO 4217 currency");
        }
        return null;
    }

    static void created(ProductCreated created, States states) {
        Product product = new Product(
                created.getSku(),
                created.getName(),
                created.getDescription(),
                created.getUnitPrice(),
                created.getCurrency(),
                created.getAttributes(),
                created.getAt(),
                created.getAt(),
                1L,
                List.of(created.getAt()));
        states.put(Catalog.PRODUCTS, created.getSku(), product);
    }

    static void repriced(ProductPriceChanged changed, States states) {
        Product product = states.get(Catalog.PRODUCTS, changed.getSku());
        states.put(Catalog.PRODUCTS, changed.getSku(), repriced(product, changed));
    }

    private static Product repriced(Product product, ProductPriceChanged changed) {
        List<Long> times = new ArrayList<>(product.getEventTimes());
        times.add(changed.getAt());
        return new Product(
                product.getSku(),
                product.getName(),
                product.getDescription(),
                changed.getUnitPrice(),
                changed.getCurrency(),
                product.getAttributes(),
                product.getCreatedAt(),
                changed.getAt(),
                product.getVersion() + 1,
                times);
    }
}
