package com.fusioncommerce.trials.bench.growth;

import java.util.ArrayList;
import java.util.List;

/** Size of the state. */
record Size(long products, long orders) {
    /** Pairs numbers of products and of orders; the shorter list repeats its last number. */
    static List<Size> of(List<Long> products, List<Long> orders) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < Math.max(products.size(), orders.size()); i++) {
            sizes.add(new Size(at(products, i), at(orders, i)));
        }
        for (int i = 1; i < sizes.size(); i++) {
            if (sizes.get(i).products < sizes.get(i - 1).products || sizes.get(i).orders < sizes.get(i - 1).orders) {
                throw new IllegalArgumentException("--products and --orders must not get smaller");
            }
        }
        return sizes;
    }

    private static long at(List<Long> numbers, int index) {
        return numbers.get(Math.min(index, numbers.size() - 1));
    }
}
