package com.fusioncommerce.schemas;

import static java.util.Map.entry;

import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.orders.OrderAssessed;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The names under which users know messages: the CloudEvents type of every event. */
public final class MessageTypes {
    private static final Map<Class<? extends SpecificRecord>, String> EVENTS = Map.ofEntries(
            entry(ProductCreated.class, "product.created"),
            entry(ProductPriceChanged.class, "product.price_changed"),
            entry(StockSet.class, "inventory.set"),
            entry(StockAdjusted.class, "inventory.adjusted"),
            entry(StockReserved.class, "inventory.reserved"),
            entry(StockInsufficient.class, "inventory.insufficient"),
            entry(StockReleased.class, "inventory.released"),
            entry(StockTransferSent.class, "inventory.transfer_sent"),
            entry(StockTransferReceived.class, "inventory.transfer_received"),
            entry(OrdersSpread.class, "inventory.orders_spread"),
            entry(OrderCreated.class, "order.created"),
            entry(OrderPoolReserved.class, "order.pool_reserved"),
            entry(OrderReserved.class, "order.reserved"),
            entry(OrderAssessed.class, "order.assessed"),
            entry(OrderRefused.class, "order.refused"),
            entry(OrderConfirmed.class, "order.confirmed"),
            entry(OrderRejected.class, "order.rejected"),
            entry(OrderCancelled.class, "order.cancelled"),
            entry(OrderExpired.class, "order.expired"),
            entry(OrderScored.class, "order.scored"));

    private MessageTypes() {}

    /** The CloudEvents type of a message: an event's public name, a command's or a row's schema name. */
    public static String of(Class<? extends SpecificRecord> type) {
        String name = EVENTS.get(type);
        return name == null ? type.getSimpleName() : name;
    }
}
