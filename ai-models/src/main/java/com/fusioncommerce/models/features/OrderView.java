package com.fusioncommerce.models.features;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.fraud.RecentOrder;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An order beside what its customer did before: what every feature is a function of. */
final class OrderView {
    /** Stands for what cannot be known, e.g. the time since the last order of somebody who never ordered. */
    static final double UNKNOWN = -1;

    final OrderSummary summary;
    final List<OrderLine> lines;
    final long previousOrders;
    private final CustomerActivity activity;
    private final double major;

    OrderView(OrderCreated order, CustomerActivity activity) {
        this.summary = order.getSummary();
        this.lines = order.getLines();
        this.activity = activity;
        this.previousOrders = activity == null ? 0 : activity.getOrders();
        this.major = StrictMath.pow(10, Amounts.decimals(summary.getCurrency()));
    }

    /** The order's total in major units. */
    double amount() {
        return summary.getTotal() / major;
    }

    double largestLine() {
        return lines.stream().mapToLong(OrderLine::getTotal).max().orElse(0) / major;
    }

    double highestUnitPrice() {
        return lines.stream().mapToLong(OrderLine::getUnitPrice).max().orElse(0) / 10_000.0;
    }

    long mostUnitsOfALine() {
        return lines.stream().mapToLong(OrderLine::getQuantity).max().orElse(0);
    }

    boolean first() {
        return previousOrders == 0;
    }

    /** Mean total of the customer's earlier orders in major units. */
    double usualAmount() {
        return activity.getTotalSpent() / major / previousOrders;
    }

    double secondsSinceFirst() {
        return Math.max(0, summary.getPlacedAt() - activity.getFirstOrderAt()) / 1000.0;
    }

    /** The newest order before this one, or null if none is remembered. */
    RecentOrder last() {
        RecentOrder last = null;
        for (RecentOrder recent : recent()) {
            if (recent.getPlacedAt() <= summary.getPlacedAt()) {
                last = recent;
            }
        }
        return last;
    }

    long ordersWithin(Duration window) {
        return recent().stream().filter(order -> within(order, window)).count();
    }

    double spentWithin(Duration window) {
        return recent().stream()
                        .filter(order -> within(order, window))
                        .mapToLong(RecentOrder::getTotal)
                        .sum()
                / major;
    }

    /** Countries that this order and those of the window went to. */
    int countriesWithin(Duration window) {
        Set<String> countries = new HashSet<>();
        countries.add(summary.getCountry());
        recent().stream().filter(order -> within(order, window)).forEach(order -> countries.add(order.getCountry()));
        return countries.size();
    }

    boolean billedElsewhere() {
        return !summary.getCountry().equals(summary.getBillingCountry());
    }

    boolean awayFromHome() {
        return activity != null && !activity.getHomeCountry().equals(summary.getCountry());
    }

    private List<RecentOrder> recent() {
        return activity == null ? List.of() : activity.getRecent();
    }

    private boolean within(RecentOrder order, Duration window) {
        long age = summary.getPlacedAt() - order.getPlacedAt();
        return age >= 0 && age < window.toMillis();
    }
}
