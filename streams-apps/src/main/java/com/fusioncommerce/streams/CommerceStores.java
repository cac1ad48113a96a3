package com.fusioncommerce.streams;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.topology.Names;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.ViewRef;

/** What can be queried. */
public final class CommerceStores {
    /** Products, by {@code tenant/sku}. */
    public static final StoreRef<Product> PRODUCTS =
            new StoreRef<>(Catalog.PRODUCTS.name(), Product.class, Topics.CATALOG_COMMANDS);

    /** Stock, by {@code tenant/pool~sku}. */
    public static final StoreRef<Stock> STOCK =
            new StoreRef<>(Inventory.STOCK.name(), Stock.class, Topics.INVENTORY_COMMANDS);

    /** How orders that name a pool are spread, by {@code tenant/pool}. */
    public static final StoreRef<PoolSpread> SPREADS =
            new StoreRef<>(Inventory.SPREADS.name(), PoolSpread.class, Topics.INVENTORY_COMMANDS);

    /** Orders, by {@code tenant/pool~id}. */
    public static final StoreRef<Order> ORDERS =
            new StoreRef<>(Orders.ORDERS.name(), Order.class, Topics.ORDERS_COMMANDS);

    /** Orders of a customer, newest first, by {@code tenant/customer/time/order id}. */
    public static final ViewRef<Order> ORDERS_BY_CUSTOMER = new ViewRef<>(Orders.BY_CUSTOMER, ORDERS);

    /** Outcomes of commands to products, by {@code tenant/command id}; they lie where the command's key lies. */
    public static final StoreRef<CommandOutcome> CATALOG_OUTCOMES =
            new StoreRef<>(Names.outcomes(CommerceGroups.CATALOG), CommandOutcome.class, Topics.CATALOG_COMMANDS);

    /** Outcomes of commands to orders and stock, by {@code tenant/command id}; they lie where the command's key lies. */
    public static final StoreRef<CommandOutcome> FULFILMENT_OUTCOMES =
            new StoreRef<>(Names.outcomes(CommerceGroups.FULFILMENT), CommandOutcome.class, Topics.ORDERS_COMMANDS);

    private CommerceStores() {}
}
