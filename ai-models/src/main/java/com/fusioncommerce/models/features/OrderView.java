package com.fusioncommerce.models.features;

import com.fusioncommerce.models.reference.Countries;
import com.fusioncommerce.models.reference.EuroRates;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.fraud.RecentOrder;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An order together with its customer's earlier activity: the input of every feature. A guest has no earlier activity.
 */
final class OrderView {
    /** Placeholder of an unknown value, e.g. the time since the last order of a customer who never ordered. */
    static final double UNKNOWN = -1;

    private static final double CENTS = 100;
    private static final double MAJOR_UNITS_PER_PRICE_UNIT = 1 / 10_000.0;

    final OrderSummary summary;
    final List<OrderLine> lines;
    final boolean guest;
    final long previousOrders;
    private final CustomerActivity activity;
    private final String country;
    private final long worth;

    OrderView(OrderCreated order, CustomerActivity activity) {
        this.summary = order.getSummary();
        this.lines = order.getLines();
        this.guest = Guests.isGuest(summary.getCustomerId());
        this.activity = guest ? null : activity;
        this.previousOrders = this.activity == null ? 0 : activity.getOrders();
        this.country = Countries.code(summary.getCountry());
        this.worth = Activities.worth(summary);
    }

    /** Whether the order's currency has a rate, so that its amounts are known in euros. */
    boolean valued() {
        return worth != Activities.UNKNOWN_WORTH;
    }

    /** The order's total in euros. */
    double amount() {
        return worth / CENTS;
    }

    /** Share of the most expensive line in the total, in any currency. */
    double largestLineShare() {
        long largest = lines.stream().mapToLong(OrderLine::getTotal).max().orElse(0);
        return summary.getTotal() > 0 ? (double) largest / summary.getTotal() : UNKNOWN;
    }

    /** The highest unit price in euros. */
    double highestUnitPrice() {
        long highest = lines.stream().mapToLong(OrderLine::getUnitPrice).max().orElse(0);
        return EuroRates.euros(summary.getCurrency()).orElseThrow() * highest * MAJOR_UNITS_PER_PRICE_UNIT;
    }

    long mostUnitsOfALine() {
        return lines.stream().mapToLong(OrderLine::getQuantity).max().orElse(0);
    }

    boolean first() {
        return previousOrders == 0;
    }

    /**
     * Mean total of the customer's earlier orders in euros, counting currencies with a rate only; 0 if there is none.
     */
    double usualAmount() {
        return activity == null || activity.getValuedOrders() <= 0
                ? 0
                : activity.getEuroCentsSpent() / CENTS / activity.getValuedOrders();
    }

    double secondsSinceFirst() {
        return Math.max(0, summary.getPlacedAt() - activity.getFirstOrderAt()) / 1000.0;
    }

    /** The newest earlier order that was not cancelled, refused or rejected, or null if none is kept. */
    RecentOrder last() {
        return recent(AttemptOutcome.STANDS)
                .filter(order -> order.getPlacedAt() <= summary.getPlacedAt())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Number of standing orders (not failed) in a window. */
    long ordersWithin(Duration window) {
        return countWithin(window, AttemptOutcome.STANDS);
    }

    /** Number of attempts in a window with this outcome. */
    long countWithin(Duration window, AttemptOutcome outcome) {
        return recent(outcome).filter(order -> within(order, window)).count();
    }

    /** Sum in euros of the standing orders of a window, without orders in a currency without a rate. */
    double spentWithin(Duration window) {
        return recent(AttemptOutcome.STANDS)
                        .filter(order -> within(order, window) && order.getEuroCents() != Activities.UNKNOWN_WORTH)
                        .mapToDouble(RecentOrder::getEuroCents)
                        .sum()
                / CENTS;
    }

    /** Number of distinct delivery countries of this order and the orders in the window. */
    int countriesWithin(Duration window) {
        Set<String> countries = new HashSet<>();
        countries.add(country);
        recent(AttemptOutcome.STANDS)
                .filter(order -> within(order, window))
                .forEach(order -> countries.add(Countries.code(order.getCountry())));
        countries.remove(Countries.UNKNOWN);
        return Math.max(1, countries.size());
    }

    boolean billedElsewhere() {
        return differ(country, Countries.code(summary.getBillingCountry()));
    }

    boolean awayFromHome() {
        return !first() && differ(country, Countries.code(activity.getHomeCountry()));
    }

    private static boolean differ(String one, String other) {
        return !one.equals(Countries.UNKNOWN) && !other.equals(Countries.UNKNOWN) && !one.equals(other);
    }

    private Stream<RecentOrder> recent(AttemptOutcome outcome) {
        return activity == null
                ? Stream.empty()
                : activity.getRecent().stream().filter(order -> order.getOutcome() == outcome);
    }

    private boolean within(RecentOrder order, Duration window) {
        long age = summary.getPlacedAt() - order.getPlacedAt();
        return age >= 0 && age < window.toMillis();
    }
}
