package com.fusioncommerce.api.stock;

import static com.fusioncommerce.api.stock.StockFields.DELTA;
import static com.fusioncommerce.api.stock.StockFields.ON_HAND;
import static com.fusioncommerce.api.stock.StockFields.POOL;
import static com.fusioncommerce.api.stock.StockFields.REASON;
import static com.fusioncommerce.api.stock.StockFields.SKU;
import static com.fusioncommerce.api.stock.StockFields.TO;
import static com.fusioncommerce.api.stock.StockFields.TRANSFERRED;
import static com.fusioncommerce.streams.inventory.StockRefusals.NEGATIVE_STOCK;
import static com.fusioncommerce.streams.inventory.StockRefusals.STOCK_BELOW_RESERVED;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INSUFFICIENT_STOCK;

import com.fusioncommerce.api.operations.DomainOperations;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Link;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Resource;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.operations.Wiring;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.inventory.Inventory;
import com.google.auto.service.AutoService;
import java.util.List;

/** Operations on stock. */
@AutoService(DomainOperations.class)
public final class StockOperations implements DomainOperations {
    /** Scope to read stock. */
    public static final Scope READ = new Scope("stock:read");

    /** Scope to change stock and the spread of orders over pools. */
    public static final Scope WRITE = new Scope("stock:write");

    static final Tag TAG = new Tag("stock", "Units in pools, and how orders are spread over pools.");

    private static final ProblemType UNKNOWN_STOCK =
            ProblemType.of("unknown_stock", 404, "There is no stock of this SKU in this pool");

    private static final Resource<Stock> STOCK = Resource.of(Inventory.STOCK_STORE, StockJson.SHOWN)
            .at("/v1/stock/{pool}/{sku}", in -> Keys.pooled(in.tenant(), in.get(POOL), in.get(SKU)), POOL, SKU)
            .in(TAG, READ, WRITE)
            .shared()
            .missing(UNKNOWN_STOCK, in -> "Nothing was ever put of " + in.get(SKU) + " in " + in.get(POOL) + ".")
            .linked(
                    Link.to("stock", "getStock").by("pool").by("sku").seeing(),
                    Link.to("adjustment", "adjustStock").by("pool").by("sku"),
                    Link.to("transfer", "transferStock").by("pool").by("sku"));

    private static final Operation SET = STOCK.put("setStock", "", "Set what is on hand")
            .body("NewStock", ON_HAND)
            .example("onHand", 100)
            .refuses(STOCK_BELOW_RESERVED)
            .answers("The stock.")
            .sends(SetStock.class, in -> new SetStock(in.get(POOL), in.get(SKU), in.get(ON_HAND)));

    private static final Operation ADJUST = STOCK.post("adjustStock", "/adjustments", "Add or take units")
            .body("StockAdjustment", DELTA, REASON)
            .example("delta", -2, "reason", "broken")
            .refuses(NEGATIVE_STOCK, STOCK_BELOW_RESERVED)
            .answers("The stock.")
            .sends(AdjustStock.class, in -> new AdjustStock(in.get(POOL), in.get(SKU), in.get(DELTA), in.get(REASON)));

    private static final Operation TRANSFER = STOCK.post("transferStock", "/transfers", "Move units to another pool")
            .described(
                    "Takes units that nobody holds out of this pool and puts them into the other, once. They leave before"
                            + " they arrive: for some milliseconds neither pool can sell them.")
            .body("StockTransfer", TRANSFERRED, TO, REASON)
            .example("quantity", 50, "to", "main-2", "reason", "hot pool")
            .checks(StockOperations::toAnotherPool)
            .refuses(INSUFFICIENT_STOCK)
            .answers("The stock of the pool that the units left.")
            .sends(
                    TransferStock.class,
                    in -> new TransferStock(
                            in.get(POOL), in.get(SKU), in.get(TRANSFERRED), in.get(TO), in.created(), in.get(REASON)));

    private static final Operation GET = STOCK.get("getStock", "", "Get stock").reads("The stock.");

    @Override
    public String domain() {
        return "inventory";
    }

    @Override
    public List<Scope> scopes() {
        return List.of(READ, WRITE);
    }

    @Override
    public List<Operation> all(Wiring wiring) {
        return List.of(SET, ADJUST, TRANSFER, GET, PoolOperations.SPREAD, PoolOperations.GET);
    }

    private static void toAnotherPool(Input in) {
        if (in.get(POOL).equals(in.get(TO))) {
            in.error(TO, ProblemType.INVALID_ID, "must be another pool than the one the units lie in");
        }
    }
}
