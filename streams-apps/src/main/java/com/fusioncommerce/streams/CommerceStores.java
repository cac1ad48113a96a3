package com.fusioncommerce.streams;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.topology.Names;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.ViewRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** References to the stores that can be queried. */
public final class CommerceStores {
    /** Products, by {@code tenant/sku}. */
    public static final StoreRef<Product> PRODUCTS = StoreRef.of(Catalog.PRODUCTS, Topics.commands("catalog"));

    /** Stock, by {@code tenant/pool~sku}. */
    public static final StoreRef<Stock> STOCK = StoreRef.of(Inventory.STOCK, Topics.commands("inventory"));

    /** How orders that name a pool are spread, by {@code tenant/pool}. */
    public static final StoreRef<PoolSpread> SPREADS = StoreRef.of(Inventory.SPREADS, Topics.commands("inventory"));

    /** Orders, by {@code tenant/pool~id}. */
    public static final StoreRef<Order> ORDERS = StoreRef.of(Orders.ORDERS, Topics.commands("orders"));

    /** Orders of a customer, newest first, by {@code tenant/customer/time/order id}. */
    public static final ViewRef<Order> ORDERS_BY_CUSTOMER = new ViewRef<>(Orders.BY_CUSTOMER, ORDERS);

    private static final Map<String, StoreRef<CommandOutcome>> OUTCOMES =
            byDomain(Names::outcomes, CommandOutcome.class);
    private static final Map<String, StoreRef<Claim>> CLAIMS = byDomain(Names::claims, Claim.class);

    private CommerceStores() {}

    /** The domains that take commands, sorted. */
    public static List<String> domains() {
        return OUTCOMES.keySet().stream().sorted().toList();
    }

    /**
     * Outcomes of commands to a domain, by {@code tenant/command id}; they lie where the command's key lies. Domains of one
     * group share them. Empty where there is no such domain.
     */
    public static Optional<StoreRef<CommandOutcome>> outcomes(String domain) {
        return Optional.ofNullable(OUTCOMES.get(domain));
    }

    /** Claims of requests with an idempotency key to a domain, by {@code tenant/claim}. Empty as {@link #outcomes}. */
    public static Optional<StoreRef<Claim>> claims(String domain) {
        return Optional.ofNullable(CLAIMS.get(domain));
    }

    private static <S extends SpecificRecord> Map<String, StoreRef<S>> byDomain(
            UnaryOperator<String> store, Class<S> type) {
        Map<String, StoreRef<S>> stores = new HashMap<>();
        for (Group group : CommerceGroups.all(OrderRules.defaults())) {
            for (Domain domain : group.domains()) {
                stores.put(domain.name(), new StoreRef<>(store.apply(group.name()), type, domain.commands()));
            }
        }
        return Map.copyOf(stores);
    }
}
