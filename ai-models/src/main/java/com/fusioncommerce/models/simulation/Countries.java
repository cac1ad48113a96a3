package com.fusioncommerce.models.simulation;

import java.util.List;

/** Draws shoppers' countries of residence. */
final class Countries {
    private static final List<String> CODES = List.of("GB", "DE", "FR", "US", "NL", "ES", "IT", "IE", "SE", "PL");
    private static final double[] CUMULATIVE = {0.40, 0.52, 0.62, 0.70, 0.76, 0.82, 0.88, 0.92, 0.96, 1.0};

    private Countries() {}

    static String home(SimulationRandom random) {
        double at = random.uniform();
        int i = 0;
        while (at >= CUMULATIVE[i]) {
            i++;
        }
        return CODES.get(i);
    }

    /** A random country other than this one. */
    static String other(SimulationRandom random, String country) {
        int at = CODES.indexOf(country);
        return CODES.get((at + 1 + random.below(CODES.size() - 1)) % CODES.size());
    }
}
