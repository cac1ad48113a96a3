package com.fusioncommerce.trials.bench.peers;

import java.util.HashMap;
import java.util.Map;

/** How many times better than Vendure, in the same run. */
final class Ratios {
    private final String standard;
    private final Map<String, Double> measured = new HashMap<>();

    /** Ratios to what this shop was measured at. */
    Ratios(String standard) {
        this.standard = standard;
    }

    /**
     * Notes a figure, and says how many times the standard's it is; null if that was not measured before.
     *
     * @param figure what was measured, the same for all shops
     */
    Double of(String shop, String figure, double value) {
        if (shop.equals(standard)) {
            measured.put(figure, value);
        }
        Double of = measured.get(figure);
        return of == null || of == 0 ? null : value / of;
    }

    /** The same where less is better: how many times less than the standard's. */
    Double less(String shop, String figure, double value) {
        Double ratio = of(shop, figure, value);
        return ratio == null || ratio == 0 ? null : 1 / ratio;
    }
}
