package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.schemas.Amounts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the catalogue from lines of sales. */
final class ProductsSold {
    private static final int LONGEST_NAME = 200;

    private final Map<String, Seen> bySku = new LinkedHashMap<>();

    private static final class Seen {
        final Map<String, Integer> names = new HashMap<>();
        final Map<Long, Integer> prices = new HashMap<>();
        long units;
    }

    void add(RetailLine line) {
        Seen seen = bySku.computeIfAbsent(line.sku(), sku -> new Seen());
        seen.units = Math.min(Amounts.MOST, seen.units + line.quantity());
        seen.prices.merge(line.unitPrice(), 1, Integer::sum);
        if (!line.description().isEmpty()) {
            seen.names.merge(line.description(), 1, Integer::sum);
        }
    }

    /** Products by SKU, in the order of their first sale. */
    Map<String, Sales.Product> result() {
        Map<String, Sales.Product> products = new LinkedHashMap<>();
        bySku.forEach((sku, seen) -> {
            String name = seen.names.isEmpty() ? sku : commonest(seen.names);
            String fitting = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            products.put(sku, new Sales.Product(sku, fitting, commonest(seen.prices), seen.units));
        });
        return products;
    }

    /**
     * The most frequent value; of equally frequent ones the smallest, so that the same file always gives the same
     * catalogue.
     */
    private static <T extends Comparable<T>> T commonest(Map<T, Integer> counts) {
        Comparator<Map.Entry<T, Integer>> byCount = Map.Entry.comparingByValue();
        Comparator<Map.Entry<T, Integer>> byValue = Map.Entry.comparingByKey();
        return counts.entrySet().stream()
                .max(byCount.thenComparing(byValue.reversed()))
                .orElseThrow()
                .getKey();
    }
}
