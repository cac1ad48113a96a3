package com.fusioncommerce.trials.bench.peers;

import java.util.HashMap;
import java.util.Map;

/** Ratios to Vendure's figures in the same run. */
final class Ratios {
    private final String standard;
    private final Map<String, Double> measured = new HashMap<>();

    /** Ratios to the figures of this shop. */
    Ratios(String standard) {
        this.standard = standard;
    }

    /**
     * Records a figure, and returns its ratio to the standard's; null if the standard's was not measured before.
     *
     * @param figure name of the figure, the same for all shops
     */
    Double of(String shop, String figure, double value) {
        if (shop.equals(standard)) {
            measured.put(figure, value);
        }
        Double of = measured.get(figure);
        return of == null || of == 0 ? null : value / of;
    }

    /** The same for figures of which less is better: the standard's divided by this one. */
    Double less(String shop, String figure, double value) {
        Double ratio = of(shop, figure, value);
        return ratio == null || ratio == 0 ? null : 1 / ratio;
    }
}
