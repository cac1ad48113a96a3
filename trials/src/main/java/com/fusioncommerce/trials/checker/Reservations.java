package com.fusioncommerce.trials.checker;

import com.fusioncommerce.trials.checker.StockLedger.Hold;
import com.fusioncommerce.trials.checker.StockLedger.Level;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Compares orders with the inventory's reservations. */
final class Reservations {
    private final OrderBook orders;
    private final StockLedger stock;
    private final Moment moment;

    Reservations(OrderBook orders, StockLedger stock, Moment moment) {
        this.orders = orders;
        this.stock = stock;
        this.moment = moment;
    }

    /** Checks that a SKU's reserved units are those of live orders, and that no ended order holds a reservation. */
    Verdict.Finding heldForLivingOrders() {
        Property property = new Property("reserved = what living orders hold");
        for (OrderLife order : orders.all()) {
            if (moment.settled(order.lastAt)) {
                pools(order, property);
            }
        }
        for (Map.Entry<String, Hold> entry : stock.holds().entrySet()) {
            Hold hold = entry.getValue();
            OrderLife order = orders.get(hold.orderKey());
            if (hold.state() == Hold.State.HELD && moment.settled(hold.at()) && isSettled(order)) {
                property.holds(
                        order != null && order.stage.lives(),
                        entry.getKey(),
                        "holds " + hold.units() + " for an order that is "
                                + (order == null ? "in no event" : order.stage.word()));
            }
        }
        return property.finding();
    }

    private boolean isSettled(OrderLife order) {
        return order == null || moment.settled(order.lastAt);
    }

    private void pools(OrderLife order, Property property) {
        for (String pool : order.holding) {
            Hold hold = stock.holds().get(holdKey(order, pool));
            property.holds(
                    hold != null
                            && hold.state() == Hold.State.HELD
                            && hold.units().equals(order.unitsByPool.get(pool)),
                    order.key,
                    "is " + order.stage.word() + " with " + order.unitsByPool.get(pool) + " of pool " + pool
                            + "; the inventory's events say " + (hold == null ? "nothing" : hold));
        }
        if (order.stage == OrderStage.REFUSED) {
            property.holds(
                    order.unitsByPool.keySet().stream()
                            .map(pool -> stock.holds().get(holdKey(order, pool)))
                            .anyMatch(hold -> hold != null && hold.state() == Hold.State.REFUSED),
                    order.key,
                    "was refused, but no pool was short");
        }
    }

    private static String holdKey(OrderLife order, String pool) {
        return order.key.substring(0, order.key.indexOf('/') + 1) + pool + "~" + order.id();
    }

    /** Checks that the ledger's sums equal the sums of open reservations. */
    Verdict.Finding sumsOfOpenReservations() {
        Property property = new Property("reserved of each stock = sum of open reservations");
        Map<String, BigInteger> open = new TreeMap<>();
        for (Hold hold : stock.holds().values()) {
            hold.units()
                    .forEach((sku, quantity) -> open.merge(
                            hold.tenant() + "/" + hold.pool() + "~" + sku,
                            BigInteger.valueOf(quantity),
                            BigInteger::add));
        }
        for (Map.Entry<String, Level> level : stock.stock().entrySet()) {
            BigInteger held = open.getOrDefault(level.getKey(), BigInteger.ZERO);
            property.holds(
                    BigInteger.valueOf(level.getValue().reserved).equals(held),
                    level.getKey(),
                    level.getValue().reserved + " are reserved, open reservations make " + held);
        }
        return property.finding();
    }
}
