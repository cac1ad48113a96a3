package com.fusioncommerce.models.simulation;

import java.util.ArrayList;
import java.util.List;

/** A synthetic product catalogue, from pencils to bicycles, for use without a real one. */
public final class DemoCatalog {
    private static final List<String> ADJECTIVES =
            List.of("Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Grove", "Harbour", "Ivory", "Juniper");
    private static final List<String> GOODS = List.of(
            "Mug", "Lamp", "Notebook", "Backpack", "Kettle", "Headphones", "Watch", "Camera", "Jacket", "Bicycle");
    private static final double[] TYPICAL_PRICE = {9, 34, 6, 58, 42, 85, 140, 390, 95, 620};
    private static final double SPREAD = 0.45;
    private static final long CENT = 100;
    private static final int SOLD_OUT_EVERY = 25;

    private DemoCatalog() {}

    /**
     * Products with SKUs {@code demo-0001} onwards, priced in whole cents; every 25th is sold out.
     *
     * @param seed another seed gives other prices
     * @param count number of products, at least 1
     * @param currency ISO 4217 code of the prices
     */
    public static List<SimulatedProduct> products(long seed, int count, String currency) {
        return products(seed, count, currency, 1);
    }

    /**
     * The same products at another price level.
     *
     * @param seed another seed gives other prices
     * @param count number of products, at least 1
     * @param currency ISO 4217 code of the prices
     * @param priceLevel factor of all prices
     */
    public static List<SimulatedProduct> products(long seed, int count, String currency, double priceLevel) {
        SimulationRandom random = new SimulationRandom(seed);
        List<SimulatedProduct> products = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int kind = i % GOODS.size();
            String name = ADJECTIVES.get(i / GOODS.size() % ADJECTIVES.size()) + " " + GOODS.get(kind);
            long cents = (long) (random.logNormal(TYPICAL_PRICE[kind] * priceLevel, SPREAD) * 100);
            long price = Math.max(1, cents) * CENT;
            boolean soldOut = (i + 1) % SOLD_OUT_EVERY == 0;
            products.add(new SimulatedProduct("demo-%04d".formatted(i + 1), name, price, currency, soldOut));
        }
        return List.copyOf(products);
    }
}
