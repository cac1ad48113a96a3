package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.inventory.StockRefusals.NEGATIVE_STOCK;
import static com.fusioncommerce.streams.inventory.StockRefusals.STOCK_BELOW_RESERVED;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_ID;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_QUANTITY;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;
import static com.fusioncommerce.streams.kernel.Decision.reject;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;

/** Decides commands that set or adjust the units on hand. */
public final class StockLevels {
    /** Maximum units of one SKU in one pool: far above any warehouse, far below where sums overflow. */
    public static final long MOST = 1_000_000_000_000L;

    private StockLevels() {}

    static Decision set(SetStock set, Context context) {
        Stock stock = StockDecider.stock(set.getPool(), set.getSku(), context);
        Decision wrong = wrongLevel(stock, set.getOnHand());
        if (wrong != null) {
            return wrong;
        }
        if (stock.getVersion() > 0 && stock.getOnHand() == set.getOnHand()) {
            return nothingNew();
        }
        return accept(new StockSet(set.getPool(), set.getSku(), set.getOnHand(), stock.getOnHand(), context.now()));
    }

    /** Sets the stock that a product was created with, unless stock has been set, moved or counted since. */
    static Decision first(SetFirstStock first, Context context) {
        if (StockDecider.stock(first.getPool(), first.getSku(), context).getVersion() > 0) {
            return nothingNew();
        }
        return set(new SetStock(first.getPool(), first.getSku(), first.getOnHand()), context);
    }

    static Decision adjust(AdjustStock adjust, Context context) {
        if (adjust.getDelta() < -MOST || adjust.getDelta() > MOST) {
            return reject(INVALID_QUANTITY, "an adjustment is " + MOST + " at most");
        }
        Stock stock = StockDecider.stock(adjust.getPool(), adjust.getSku(), context);
        long onHand = stock.getOnHand() + adjust.getDelta();
        Decision wrong = wrongLevel(stock, onHand);
        if (wrong != null) {
            return wrong;
        }
        return accept(new StockAdjusted(
                adjust.getPool(), adjust.getSku(), adjust.getDelta(), onHand, adjust.getReason(), context.now()));
    }

    private static Decision wrongLevel(Stock stock, long onHand) {
        if (!Keys.isId(stock.getSku())) {
            return reject(INVALID_ID, "a SKU is " + Keys.ID_FORM);
        }
        if (onHand < 0) {
            return reject(NEGATIVE_STOCK, "there would be " + onHand + " on hand");
        }
        if (onHand > MOST) {
            return reject(INVALID_QUANTITY, "stock is " + MOST + " at most");
        }
        if (onHand < stock.getReserved()) {
            return reject(STOCK_BELOW_RESERVED, stock.getReserved() + " are reserved, " + onHand + " would be on hand");
        }
        return null;
    }
}
