package com.fusioncommerce.trials.bench.peers;

import java.util.ArrayList;
import java.util.List;

/** Goods that the three shops have in common: 1,000 products in two sizes with ample stock, and some scarce ones. */
final class Goods {
    static final int PRODUCTS = 1_000;
    static final long PLENTY = 1_000_000;
    static final long SCARCE = 100;
    static final int HOT = 6;
    static final int VARIANTS = 2 * PRODUCTS;

    private static final int CATEGORIES = 20;
    private static final int BRANDS = 50;
    private static final int PRICES = 90;
    private static final int APART = 997;

    private Goods() {}

    /**
     * A variant, sold as a product of its own by a shop without variants.
     *
     * @param price in euros
     */
    record Variant(
            String sku, String name, String description, int price, String category, String brand, String size) {}

    /** All variants with ample stock, in the order of the peers' own scripts. */
    static List<Variant> variants() {
        List<Variant> variants = new ArrayList<>(VARIANTS);
        for (int i = 1; i <= PRODUCTS; i++) {
            variants.add(variant(i, "S", 10));
            variants.add(variant(i, "L", 12));
        }
        return variants;
    }

    private static Variant variant(int product, String size, int least) {
        int kind = product % CATEGORIES;
        return new Variant(
                "SKU-" + product + "-" + size,
                "Product " + product,
                "Description of product " + product + ", a thing of kind " + kind,
                least + product % PRICES,
                "cat" + kind,
                "brand" + product % BRANDS,
                size);
    }

    /** Index of the variant on a line of an order, 0 to {@link #VARIANTS} - 1; two lines never have the same. */
    static int onLine(long order, int line) {
        return (int) ((order + (long) line * APART) % VARIANTS);
    }
}
