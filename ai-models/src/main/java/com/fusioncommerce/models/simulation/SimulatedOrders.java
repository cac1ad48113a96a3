package com.fusioncommerce.models.simulation;

import com.fusioncommerce.models.simulation.ShopperAction.Line;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Converts simulated orders to the platform's priced events, for training and for tests without a platform. */
public final class SimulatedOrders {
    static final String POOL = "main";

    private final Map<String, SimulatedProduct> products;

    /** Creates a conversion with the prices of these products, all in one currency. */
    public SimulatedOrders(List<SimulatedProduct> products) {
        this.products = products.stream().collect(Collectors.toMap(SimulatedProduct::sku, Function.identity()));
    }

    /** Whether all products of an order are in stock; otherwise the order is refused. */
    public boolean inStock(PlaceOrder order) {
        return order.lines().stream().noneMatch(line -> product(line.sku()).soldOut());
    }

    /**
     * The event of an order.
     *
     * @throws IllegalArgumentException if a product of the order is unknown
     */
    public OrderCreated created(PlaceOrder order) {
        List<OrderLine> lines = new ArrayList<>(order.lines().size());
        for (Line line : order.lines()) {
            SimulatedProduct product = product(line.sku());
            long total = Amounts.lineTotal(line.quantity(), product.unitPrice(), product.currency());
            lines.add(new OrderLine(lines.size() + 1, line.sku(), line.quantity(), product.unitPrice(), total, POOL));
        }
        long at = order.at().toEpochMilli();
        OrderSummary summary = new OrderSummary(
                order.guest() ? Guests.SHARED_ID : order.customerId(),
                order.country(),
                order.billingCountry(),
                product(order.lines().get(0).sku()).currency(),
                order.channel(),
                false,
                at,
                lines.size(),
                lines.stream().mapToLong(OrderLine::getQuantity).reduce(0, Amounts::sum),
                lines.stream().mapToLong(OrderLine::getTotal).reduce(0, Amounts::sum));
        return new OrderCreated(Keys.pooledId(POOL, order.reference()), summary, lines, List.of(POOL), at);
    }

    private SimulatedProduct product(String sku) {
        SimulatedProduct product = products.get(sku);
        if (product == null) {
            throw new IllegalArgumentException("no such product: " + sku);
        }
        return product;
    }
}
