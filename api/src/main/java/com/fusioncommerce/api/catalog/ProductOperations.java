package com.fusioncommerce.api.catalog;

import static com.fusioncommerce.api.catalog.CatalogApi.READ;
import static com.fusioncommerce.api.catalog.CatalogApi.TAG;
import static com.fusioncommerce.api.catalog.CatalogApi.WRITE;
import static com.fusioncommerce.api.catalog.ProductFields.ATTRIBUTES;
import static com.fusioncommerce.api.catalog.ProductFields.CURRENCY;
import static com.fusioncommerce.api.catalog.ProductFields.DESCRIPTION;
import static com.fusioncommerce.api.catalog.ProductFields.INVENTORY_COUNT;
import static com.fusioncommerce.api.catalog.ProductFields.INVENTORY_POOL;
import static com.fusioncommerce.api.catalog.ProductFields.NAME;
import static com.fusioncommerce.api.catalog.ProductFields.SKU;
import static com.fusioncommerce.api.catalog.ProductFields.SKU_IN_PATH;
import static com.fusioncommerce.api.catalog.ProductFields.UNIT_PRICE;
import static com.fusioncommerce.streams.catalog.CatalogRefusals.PRODUCT_EXISTS;
import static com.fusioncommerce.streams.catalog.CatalogRefusals.UNKNOWN_PRODUCT;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies.Versioned;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Link;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.PathTemplate;
import com.fusioncommerce.api.operations.Resource;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.operations.StandardParameters;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Lists.Row;
import com.fusioncommerce.api.stock.StockOperations;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.FirstStock;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.kernel.topology.StateCache;
import com.fusioncommerce.streams.query.Copies;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Operations on the catalogue. The scope to write products includes reading them. */
final class ProductOperations {
    private static final String LIST = "/v1/products";
    private static final String PATH = LIST + "/{sku}";
    private static final PathTemplate ADDRESS = new PathTemplate(PATH);

    private static final Link TO_PRODUCT =
            Link.to("product", "getProduct").by("sku").seeing();
    private static final Link TO_PRICE = Link.to("price", "changePrice").by("sku");

    private static final Resource<Product> PRODUCT = Resource.of(Catalog.PRODUCT_STORE, ProductJson.SHOWN)
            .at(PATH, in -> Keys.of(in.tenant(), in.get(SKU_IN_PATH)), SKU_IN_PATH)
            .in(TAG, READ, WRITE)
            .shared()
            .missing(ProblemType.of(UNKNOWN_PRODUCT), in -> "There is no product " + in.get(SKU_IN_PATH) + ".")
            .linked(TO_PRODUCT, TO_PRICE);

    private final StateCache<Versioned> products;
    private final PriceTable prices;

    /** Creates an instance's operations; {@code products} caches the answers for the most read products. */
    ProductOperations(StateCache<Versioned> products, PriceTable prices) {
        this.products = products;
        this.prices = prices;
    }

    /** Bytes of a cached answer. */
    static int sizeOf(Versioned answer) {
        return answer.whole().size();
    }

    /** All operations. */
    List<Operation> all() {
        return List.of(create(), list(), get(), changePrice());
    }

    private Operation create() {
        return Operation.post("createProduct", LIST)
                .titled(TAG, "Add a product")
                .needs(WRITE)
                .forStaff()
                .body(
                        "NewProduct",
                        SKU,
                        NAME,
                        DESCRIPTION,
                        UNIT_PRICE,
                        CURRENCY,
                        ATTRIBUTES,
                        INVENTORY_COUNT,
                        INVENTORY_POOL)
                .example(
                        "sku",
                        "85123A",
                        "name",
                        "White hanging heart T-light holder",
                        "unitPrice",
                        "2.55",
                        "currency",
                        "GBP")
                .checks(ProductOperations::firstStockIsAllowed)
                .refuses(PRODUCT_EXISTS)
                .answers(Answer.json(201, "Created.", ProductJson.SCHEMA)
                        .with(Answer.Header.LOCATION, Answer.Header.CONSISTENCY_TOKEN, Answer.Header.ETAG)
                        .leading(List.of(TO_PRODUCT, TO_PRICE)))
                .sends(
                        CreateProduct.class,
                        in -> new CreateProduct(
                                in.get(SKU),
                                in.get(NAME),
                                in.get(DESCRIPTION),
                                Rules.unitPrice(in.get(UNIT_PRICE)),
                                in.get(CURRENCY),
                                in.get(ATTRIBUTES),
                                firstStock(in)),
                        (in, create) -> Keys.of(in.tenant(), create.getSku()),
                        this::created);
    }

    /** Requires the scope to set stock if the product is created with first stock. */
    private static void firstStockIsAllowed(Input in) {
        if (in.get(INVENTORY_COUNT) == null) {
            if (in.get(INVENTORY_POOL) != null) {
                in.error(INVENTORY_COUNT, ProblemType.MISSING_FIELD, "is needed with inventoryPool");
            }
        } else if (!in.may(StockOperations.WRITE)) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "inventoryCount needs the scope " + StockOperations.WRITE.claim() + " too.");
        }
    }

    private static FirstStock firstStock(Input in) {
        String pool = in.get(INVENTORY_POOL);
        return in.get(INVENTORY_COUNT) == null
                ? null
                : new FirstStock(pool == null ? Rules.MAIN_POOL : pool, in.get(INVENTORY_COUNT));
    }

    private CompletableFuture<Reply> created(Backend backend, Input in, CommandOutcome outcome) {
        return prices.knows(Keys.of(in.tenant(), in.get(SKU))).thenApply(known -> {
            Versioned product = ProductJson.SHOWN.of(
                    in.call().principal(), backend.gateway().shown(outcome, Product.class));
            return Reply.bytes(201, Reply.JSON, product.whole().body())
                    .with("Location", ADDRESS.with(in.get(SKU)))
                    .with("ETag", product.tag());
        });
    }

    private static Operation changePrice() {
        return PRODUCT.put("changePrice", "/price", "Set a product's price")
                .body("NewPrice", UNIT_PRICE, CURRENCY)
                .example("unitPrice", "2.95", "currency", "GBP")
                .refuses(UNKNOWN_PRODUCT)
                .answers("The product at its new price.")
                .sends(
                        ChangePrice.class,
                        in -> new ChangePrice(
                                in.get(SKU_IN_PATH), Rules.unitPrice(in.get(UNIT_PRICE)), in.get(CURRENCY)));
    }

    private Operation get() {
        return PRODUCT.get("getProduct", "", "Get a product").reads("The product.", this::cached, TO_PRICE);
    }

    private Versioned cached(Backend backend, Input in, String key, Copies copies) {
        return copies.standbys()
                ? PRODUCT.inStore().find(backend, in, key, copies)
                : products.get(key, k -> PRODUCT.inStore().find(backend, in, key, copies));
    }

    private static Operation list() {
        return Operation.get("listProducts", LIST)
                .titled(TAG, "List products by SKU")
                .needs(READ, WRITE)
                .forEveryone()
                .takes(StandardParameters.LIMIT, StandardParameters.CURSOR)
                .refuses(ProblemType.STATE_UNAVAILABLE)
                .answers(Answer.json(
                        200,
                        "A page.",
                        SharedSchemas.page(
                                "ProductPage",
                                ProductJson.SCHEMA,
                                SharedSchemas.next().described("Cursor of the next page; null after the last."))))
                .does(ProductOperations::page);
    }

    private static CompletableFuture<Reply> page(Backend backend, Input in) {
        String prefix = Keys.of(in.tenant(), "");
        return backend.lists().list(in.call(), "products", Catalog.PRODUCT_STORE, (after, goesOn) -> backend.queries()
                .scan(
                        Catalog.PRODUCT_STORE,
                        prefix,
                        after == null ? null : prefix + after,
                        entry -> goesOn.test(
                                new Row(entry.cursor().substring(prefix.length()), ProductJson.of(entry.value())))));
    }
}
