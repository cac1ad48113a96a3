package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.PlacedOrder;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.importer.reconcile.Count;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Two of the counts: the import's, and that of the state stores, read through the API. */
final class Witnesses {
    private static final Set<String> ENDED = Set.of("refused", "rejected", "cancelled", "expired");

    private Witnesses() {}

    /** Counts the sales that the import read and sent. */
    static Count imported(Sales sales) {
        OrderCount count = new OrderCount("import");
        for (Sale sale : sales.sales()) {
            count.order(sale.at(), sale.country());
            sale.lines()
                    .forEach(line -> count.line(sale.at(), sale.country(), line.sku(), line.quantity(), line.total()));
        }
        return count.result();
    }

    /**
     * Counts of these sales in the state stores: every order of their customers, with its lines.
     *
     * @param placed all orders
     * @param living orders that did not end
     */
    record State(Count placed, Count living) {}

    static State state(Sales sales, FusionClient client) {
        Set<String> wanted = new HashSet<>();
        sales.sales().forEach(sale -> wanted.add(sale.orderId()));
        List<CompletableFuture<List<PlacedOrder>>> lists = new ArrayList<>();
        sales.sales().stream().map(Sale::customer).distinct().forEach(customer -> lists.add(client.ordersOf(customer)));
        OrderCount placed = new OrderCount("state stores");
        OrderCount living = new OrderCount("state stores");
        for (CompletableFuture<List<PlacedOrder>> list : lists) {
            Results.of(list).stream()
                    .filter(order -> wanted.contains(order.orderId()))
                    .forEach(order -> {
                        add(placed, order);
                        if (!ENDED.contains(order.status())) {
                            add(living, order);
                        }
                    });
        }
        return new State(placed.result(), living.result());
    }

    private static void add(OrderCount count, PlacedOrder order) {
        count.order(order.placedAt(), order.country());
        order.lines()
                .forEach(line ->
                        count.line(order.placedAt(), order.country(), line.sku(), line.quantity(), line.total()));
    }
}
