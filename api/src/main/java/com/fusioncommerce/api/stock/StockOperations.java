package com.fusioncommerce.api.stock;

import static com.fusioncommerce.api.stock.StockFields.DELTA;
import static com.fusioncommerce.api.stock.StockFields.ON_HAND;
import static com.fusioncommerce.api.stock.StockFields.POOL;
import static com.fusioncommerce.api.stock.StockFields.REASON;
import static com.fusioncommerce.api.stock.StockFields.SKU;
import static com.fusioncommerce.api.stock.StockFields.TO;
import static com.fusioncommerce.api.stock.StockFields.TRANSFERRED;

import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Link;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Reading;
import com.fusioncommerce.api.operations.Shape;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.CommerceStores;
import java.util.List;

/** Operations on stock. Who may write it may read it. */
public final class StockOperations {
    private static final String GROUP = "stock";
    private static final String PATH = "/v1/stock/{pool}/{sku}";

    private static final List<Link> LINKS = List.of(
            Link.to("stock", "getStock").by("pool").by("sku").seeing(),
            Link.to("adjustment", "adjustStock").by("pool").by("sku"),
            Link.to("transfer", "transferStock").by("pool").by("sku"));

    private static final Operation SET = Operation.put("setStock", PATH)
            .titled(GROUP, "Set what is on hand")
            .needs(Scope.STOCK_WRITE)
            .takes(POOL, SKU)
            .body(Shape.named("NewStock", ON_HAND).example("onHand", 100))
            .refuses(StockRefusals.STOCK_BELOW_RESERVED)
            .sends(
                    SetStock.class,
                    in -> new SetStock(in.get(POOL), in.get(SKU), in.get(ON_HAND)),
                    (tenant, set) -> Keys.pooled(tenant, set.getPool(), set.getSku()),
                    StockJson.SHOWN,
                    "The stock.",
                    LINKS);

    private static final Operation ADJUST = Operation.post("adjustStock", PATH + "/adjustments")
            .titled(GROUP, "Add or take units")
            .needs(Scope.STOCK_WRITE)
            .takes(POOL, SKU)
            .body(Shape.named("StockAdjustment", DELTA, REASON).example("delta", -2, "reason", "broken"))
            .refuses(StockRefusals.NEGATIVE_STOCK, StockRefusals.STOCK_BELOW_RESERVED)
            .sends(
                    AdjustStock.class,
                    in -> new AdjustStock(in.get(POOL), in.get(SKU), in.get(DELTA), in.get(REASON)),
                    (tenant, adjust) -> Keys.pooled(tenant, adjust.getPool(), adjust.getSku()),
                    StockJson.SHOWN,
                    "The stock.",
                    LINKS);

    private static final Operation TRANSFER = Operation.post("transferStock", PATH + "/transfers")
            .titled(GROUP, "Move units to another pool")
            .described("Takes units that nobody holds out of this pool and puts them into the other, once. They leave before"
                    + " they arrive: for some milliseconds neither pool can sell them.")
            .needs(Scope.STOCK_WRITE)
            .takes(POOL, SKU)
            .body(Shape.named("StockTransfer", TRANSFERRED, TO, REASON)
                    .example("quantity", 500, "to", "main-2", "reason", "hot pool"))
            .checks(StockOperations::toAnotherPool)
            .refuses(ProblemType.INSUFFICIENT_STOCK)
            .sends(
                    TransferStock.class,
                    in -> new TransferStock(
                            in.get(POOL), in.get(SKU), in.get(TRANSFERRED), in.get(TO), in.created(), in.get(REASON)),
                    (tenant, transfer) -> Keys.pooled(tenant, transfer.getPool(), transfer.getSku()),
                    StockJson.SHOWN,
                    "The stock of the pool that the units left.",
                    LINKS);

    private static final Operation GET = Operation.get("getStock", PATH)
            .titled(GROUP, "Get stock")
            .needs(Scope.STOCK_READ, Scope.STOCK_WRITE)
            .takes(POOL, SKU)
            .missing(StockRefusals.UNKNOWN_STOCK)
            .reads(
                    CommerceStores.STOCK,
                    in -> Keys.pooled(in.tenant(), in.get(POOL), in.get(SKU)),
                    StockJson.SHOWN,
                    "The stock.",
                    List.of(),
                    Reading.orRefuse(
                            CommerceStores.STOCK,
                            StockJson.SHOWN,
                            StockRefusals.UNKNOWN_STOCK,
                            in -> "Nothing was ever put of " + in.get(SKU) + " in " + in.get(POOL) + "."));

    private StockOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(SET, ADJUST, TRANSFER, GET, PoolOperations.SPREAD, PoolOperations.GET);
    }

    private static void toAnotherPool(Input in) {
        if (in.get(POOL).equals(in.get(TO))) {
            in.error(TO, ProblemType.INVALID_ID, "must be another pool than the one the units lie in");
        }
    }
}
