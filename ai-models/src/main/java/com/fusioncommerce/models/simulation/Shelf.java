package com.fusioncommerce.models.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The products by popularity, and the random filling of baskets. */
final class Shelf {
    private static final double POPULARITY = 2.0;
    private static final double EXPENSIVE_FROM = 0.8;
    private static final double CHEAP_UP_TO = 0.4;

    /** A class of products that shoppers choose from. */
    enum Taste {
        ANYTHING(0, 1),
        EXPENSIVE(EXPENSIVE_FROM, 1),
        CHEAP(0, CHEAP_UP_TO);

        private final double from;
        private final double to;

        Taste(double from, double to) {
            this.from = from;
            this.to = to;
        }
    }

    private final List<SimulatedProduct> soldOut;
    private final List<SimulatedProduct> byPopularity;
    private final List<SimulatedProduct> byPrice;

    Shelf(List<SimulatedProduct> products) {
        this.soldOut = products.stream().filter(SimulatedProduct::soldOut).toList();
        this.byPopularity =
                products.stream().filter(product -> !product.soldOut()).toList();
        if (byPopularity.isEmpty()) {
            throw new IllegalArgumentException("nothing to buy");
        }
        List<SimulatedProduct> sorted = new ArrayList<>(byPopularity);
        sorted.sort(Comparator.comparingLong(SimulatedProduct::unitPrice).thenComparing(SimulatedProduct::sku));
        this.byPrice = List.copyOf(sorted);
    }

    /** One unit of a sold-out product; of any product if none is sold out. */
    ShopperAction.Line soldOut(SimulationRandom random) {
        List<SimulatedProduct> wanted = soldOut.isEmpty() ? byPopularity : soldOut;
        return new ShopperAction.Line(wanted.get(random.below(wanted.size())).sku(), 1);
    }

    String sku(SimulationRandom random, Taste taste) {
        if (taste == Taste.ANYTHING) {
            double skewed = StrictMath.pow(random.uniform(), POPULARITY);
            return byPopularity.get((int) (skewed * byPopularity.size())).sku();
        }
        int position = (int) (random.between(taste.from, taste.to) * byPrice.size());
        return byPrice.get(Math.min(position, byPrice.size() - 1)).sku();
    }

    /** Random lines of different products; fewer than requested if a product is drawn twice. */
    List<ShopperAction.Line> basket(SimulationRandom random, Taste taste, int lines, int mostUnits) {
        Set<String> skus = new TreeSet<>();
        List<ShopperAction.Line> basket = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            String sku = sku(random, taste);
            if (skus.add(sku)) {
                basket.add(new ShopperAction.Line(sku, random.between(1, mostUnits)));
            }
        }
        return basket;
    }
}
