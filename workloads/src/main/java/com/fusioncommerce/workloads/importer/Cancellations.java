package com.fusioncommerce.workloads.importer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Matches cancelling invoices with the orders that they cancel: an earlier one of the same customer whose remaining
 * items are exactly the returned ones. An invoice that returns fewer is a partial return: the platform has no command
 * for it, but its items are subtracted from the order's.
 */
final class Cancellations {
    /** Why a cancelling invoice cancels no order. */
    enum Unmatched {
        /** The invoice names no customer. */
        NO_CUSTOMER("of no customer"),
        /** The invoice is a discount, a fee or a manual correction. */
        NOT_A_PRODUCT("of something that is no product sold"),
        /** The invoice returns fewer items than remain of any order. */
        PARTIAL_RETURN("partial returns"),
        /** No earlier order of the customer has these items left. */
        NO_EARLIER_ORDER("of no earlier order with these items");

        private final String words;

        Unmatched(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** An order and its cancelling invoice. */
    record Match(Sale sale, Cancellation cancellation) {}

    /**
     * Result for all cancelling invoices.
     *
     * @param matches orders to cancel, in the order of cancellation
     * @param unmatched number of invoices that cancel no order, by reason
     */
    record Result(List<Match> matches, Map<Unmatched, Integer> unmatched) {}

    /** An order and its remaining units by SKU. */
    private record Open(Sale sale, Map<String, Long> remaining) {}

    private final Map<String, Deque<Open>> newestFirst = new HashMap<>();
    private final Set<String> products;
    private final List<Match> matches = new ArrayList<>();
    private final Map<Unmatched, Integer> unmatched = new EnumMap<>(Unmatched.class);

    private Cancellations(Sales sales) {
        products = sales.products().keySet();
        for (Sale sale : sales.sales()) {
            Map<String, Long> units = new HashMap<>();
            sale.lines().forEach(line -> units.merge(line.sku(), line.quantity(), Math::addExact));
            newestFirst
                    .computeIfAbsent(sale.customer(), customer -> new ArrayDeque<>())
                    .addFirst(new Open(sale, units));
        }
        sales.cancellations().forEach(this::match);
    }

    /** Matches all cancelling invoices in the order of the file. */
    static Result of(Sales sales) {
        Cancellations cancellations = new Cancellations(sales);
        return new Result(List.copyOf(cancellations.matches), Map.copyOf(cancellations.unmatched));
    }

    private void match(Cancellation cancellation) {
        if (cancellation.customer().equals(RetailLine.GUEST)) {
            count(Unmatched.NO_CUSTOMER);
        } else if (!products.containsAll(cancellation.units().keySet())) {
            count(Unmatched.NOT_A_PRODUCT);
        } else {
            matchProducts(cancellation);
        }
    }

    private void matchProducts(Cancellation cancellation) {
        Optional<Open> whole = newest(cancellation, Map::equals);
        if (whole.isPresent()) {
            newestFirst.get(cancellation.customer()).remove(whole.get());
            matches.add(new Match(whole.get().sale(), cancellation));
            return;
        }
        Optional<Open> part = newest(cancellation, Cancellations::covers);
        part.ifPresent(order -> cancellation.units().forEach((sku, units) -> order.remaining()
                .computeIfPresent(sku, (key, left) -> left > units ? Long.valueOf(left - units) : null)));
        count(part.isPresent() ? Unmatched.PARTIAL_RETURN : Unmatched.NO_EARLIER_ORDER);
    }

    private Optional<Open> newest(Cancellation cancellation, BiPredicate<Map<String, Long>, Map<String, Long>> fits) {
        return newestFirst.getOrDefault(cancellation.customer(), new ArrayDeque<>()).stream()
                .filter(order -> !order.sale().at().isAfter(cancellation.at()))
                .filter(order -> fits.test(order.remaining(), cancellation.units()))
                .findFirst();
    }

    private static boolean covers(Map<String, Long> remaining, Map<String, Long> units) {
        return units.entrySet().stream()
                .allMatch(wanted -> remaining.getOrDefault(wanted.getKey(), 0L) >= wanted.getValue());
    }

    private void count(Unmatched reason) {
        unmatched.merge(reason, 1, Integer::sum);
    }
}
