package com.fusioncommerce.models.training;

import java.util.List;
import java.util.function.Predicate;

/** Baseline without a model: three rules of thumb, each of which stops an order. The model has to beat it. */
final class RuleBaseline {
    private static final List<Predicate<Example>> RULES = List.of(
            order -> order.of("orders_1h") >= 5,
            order -> order.of("country_mismatch") == 1 && euros(order) >= 300,
            order -> (order.of("first_order") == 1 || order.of("away_from_home") == 1) && euros(order) >= 1_000);

    /** The rules in words. */
    static final String TEXT =
            "more than five orders within an hour; 300 euros or more with a card from elsewhere; 1,000 euros"
                    + " or more as a first order or away from home";

    private RuleBaseline() {}

    /** A score per order: the share of the rules that match; a score above 0 stops the order. */
    static float[] score(Examples examples) {
        float[] scores = new float[examples.size()];
        for (int i = 0; i < scores.length; i++) {
            Example order = examples.get(i);
            scores[i] = (float) RULES.stream().filter(rule -> rule.test(order)).count() / RULES.size();
        }
        return scores;
    }

    private static double euros(Example order) {
        return StrictMath.expm1(order.of("log_amount"));
    }
}
