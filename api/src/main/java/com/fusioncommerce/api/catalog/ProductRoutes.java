package com.fusioncommerce.api.catalog;

import com.fusioncommerce.api.commands.Command;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Lists.Row;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Fields;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.FirstStock;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.streams.CommerceStores;
import com.fusioncommerce.streams.kernel.topology.StateCache;
import com.fusioncommerce.streams.query.Copies;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The catalogue over HTTP. Who may write a product may read it. */
public final class ProductRoutes {
    private static final String PATH = "/v1/products/";

    private final Backend backend;
    private final StateCache<CommandReplies.Versioned> products;
    private final PriceTable prices;

    /** Routes on a backend; {@code products} keeps the answers about those that are read most. */
    public ProductRoutes(Backend backend, StateCache<CommandReplies.Versioned> products) {
        this.backend = backend;
        this.products = products;
        this.prices = new PriceTable(backend.queries());
    }

    /** The routes. */
    public List<Route> routes() {
        Access write = Access.bearer(Scope.CATALOG_WRITE);
        Access read = Access.bearer(Scope.CATALOG_READ, Scope.CATALOG_WRITE);
        return List.of(
                Route.post("/v1/products", write, this::create),
                Route.put("/v1/products/{sku}/price", write, this::changePrice),
                Route.get("/v1/products/{sku}", read, call -> get(call, sku(call))),
                Route.get("/v1/products", read, this::list, "limit", "cursor"));
    }

    private CompletableFuture<Reply> create(Call call) {
        Fields body = call.body();
        CreateProduct create = new CreateProduct(
                body.text("sku", Rules.SKU),
                body.text("name", Rules.NAME),
                body.optionalText("description", "", Rules.DESCRIPTION),
                Rules.unitPrice(body.text("unitPrice", Rules.PRICE)),
                body.text("currency", Rules.CURRENCY),
                body.texts("attributes", Rules.ATTRIBUTE),
                firstStock(call, body));
        if (create.getAttributes().size() > Rules.MOST_ATTRIBUTES) {
            body.error("attributes", ProblemType.TOO_MANY_ATTRIBUTES, "may have " + Rules.MOST_ATTRIBUTES);
        }
        body.check();
        String key = Keys.of(call.tenant(), create.getSku());
        Command command = backend.command(call, backend.ids(call), Topics.commands("catalog"), key, create);
        return CommandReplies.send(
                backend.gateway(), call, command, outcome -> prices.knows(key).thenApply(known -> {
                    CommandReplies.Versioned product =
                            rendered(backend.gateway().shown(outcome, Product.class));
                    return Reply.bytes(201, Reply.JSON, product.whole().body())
                            .with("Location", PATH + CommandReplies.segment(create.getSku()))
                            .with("ETag", product.tag());
                }));
    }

    /** Who gives a product its first stock must be allowed to set stock. */
    private static FirstStock firstStock(Call call, Fields body) {
        Long count = body.optionalNumber("inventoryCount", Rules.ON_HAND);
        String pool = body.optionalText("inventoryPool", null, Rules.POOL);
        if (count == null) {
            if (pool != null) {
                body.error("inventoryCount", ProblemType.MISSING_FIELD, "is needed with inventoryPool");
            }
            return null;
        }
        if (!call.principal().may(Scope.STOCK_WRITE)) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "inventoryCount needs the scope " + Scope.STOCK_WRITE.claim() + " too.");
        }
        return new FirstStock(pool == null ? Rules.MAIN_POOL : pool, count);
    }

    private CompletableFuture<Reply> changePrice(Call call) {
        String sku = sku(call);
        Fields body = call.body();
        ChangePrice change = new ChangePrice(
                sku, Rules.unitPrice(body.text("unitPrice", Rules.PRICE)), body.text("currency", Rules.CURRENCY));
        body.check();
        Command command = backend.command(
                call, backend.ids(call), Topics.commands("catalog"), Keys.of(call.tenant(), sku), change);
        return CommandReplies.send(backend.gateway(), call, command, outcome -> rendered(
                        backend.gateway().shown(outcome, Product.class))
                .whole()
                .now());
    }

    private CompletableFuture<Reply> get(Call call, String sku) {
        String key = Keys.of(call.tenant(), sku);
        return backend.reads()
                .read(
                        call,
                        () -> PATH + CommandReplies.segment(sku),
                        CommerceStores.PRODUCTS,
                        key,
                        copies -> CommandReplies.versioned(
                                        call,
                                        copies.standbys()
                                                ? rendered(key, copies)
                                                : products.get(key, k -> rendered(k, copies)))
                                .now());
    }

    /** Bytes of an answer that is kept. */
    public static int sizeOf(CommandReplies.Versioned answer) {
        return answer.whole().size();
    }

    private CommandReplies.Versioned rendered(String key, Copies copies) {
        Product product =
                backend.queries().get(CommerceStores.PRODUCTS, key, copies).orElseThrow(() -> unknown(Keys.id(key)));
        return rendered(product);
    }

    private static CommandReplies.Versioned rendered(Product product) {
        return CommandReplies.Versioned.of(product.getVersion(), ProductJson.of(product));
    }

    private CompletableFuture<Reply> list(Call call) {
        String prefix = Keys.of(call.tenant(), "");
        return backend.lists().list(call, "products", CommerceStores.PRODUCTS, (after, goesOn) -> backend.queries()
                .scan(
                        CommerceStores.PRODUCTS,
                        prefix,
                        after == null ? null : prefix + after,
                        entry -> goesOn.test(
                                new Row(entry.cursor().substring(prefix.length()), ProductJson.of(entry.value())))));
    }

    private static String sku(Call call) {
        String sku = call.path("sku");
        return Rules.known(call, sku, Keys.isId(sku), ProblemType.UNKNOWN_PRODUCT);
    }

    private static ProblemException unknown(String sku) {
        return ProblemException.of(ProblemType.UNKNOWN_PRODUCT, "There is no product " + sku + ".");
    }
}
