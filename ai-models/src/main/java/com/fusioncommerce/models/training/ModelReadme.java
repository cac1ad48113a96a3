package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.training.Quality.Confusion;
import com.fusioncommerce.models.training.Segment.Stopped;
import com.fusioncommerce.models.training.TrainingPlan.Part;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a model's README: its purpose, quality, false positives by segment, training data and limits. */
final class ModelReadme {
    /** The gate's default threshold. */
    static final double GATE = 0.9;

    private static final double[] THRESHOLDS = {0.5, 0.7, GATE};
    private static final double ANY_RULE = 0.01;

    private final TrainedFraudModel model;
    private final String sha256;
    private final float[] scores;
    private final float[] ruleScores;
    private final Quality quality;
    private final Quality rules;

    ModelReadme(TrainedFraudModel model, String sha256) {
        this.model = model;
        this.sha256 = sha256;
        this.scores = model.testScores();
        this.ruleScores = RuleBaseline.score(model.test);
        this.quality = new Quality(scores, model.test.fraudulent());
        this.rules = new Quality(ruleScores, model.test.fraudulent());
    }

    String text() {
        return String.join("\n", title(), quality(), thresholds(), segments(), patterns(), data(), limits());
    }

    private String title() {
        return format(
                """
                # Fraud model, version %s

                Gives every order a score from 0 to 1. %d gradient-boosted trees of depth %d at most over %d features,
                trained by XGBoost, shipped as ONNX. `model.onnx` has SHA-256
                `%s`;
                its features' definition has hash `%s`.

                This command trains it again, byte for byte, and prints this page:

                    ./fusion train

                In training an honest order weighs %.0f times as much as a fraud, since stopping a customer costs more than a
                fraud that passes. A score is therefore no probability: it is lower than that.
                """,
                TrainedFraudModel.VERSION,
                model.trees(),
                model.plan.depth(),
                FraudFeatures.names().size(),
                sha256,
                FraudFeatures.featuresHash(),
                TrainingPlan.HONEST_WEIGHT);
    }

    private String quality() {
        return format(
                """
                ## Quality

                On %d orders (%d of them fraud) of customers, and of weeks, that it neither learned from nor was tuned on.
                Beside it three rules of thumb, any of which stops an order: %s.

                | measure | model | rules |
                |---|---|---|
                | area under the ROC curve | %.4f | %.4f |
                | average precision | %.4f | %.4f |
                """,
                model.test.size(),
                model.test.frauds(),
                RuleBaseline.TEXT,
                quality.areaUnderRoc(),
                rules.areaUnderRoc(),
                quality.averagePrecision(),
                rules.averagePrecision());
    }

    private String thresholds() {
        StringBuilder rows = new StringBuilder("""
                A gate that stops scores from a threshold up (the platform's default is 0.9):

                | threshold | precision | recall | purchases stopped | fraud stopped | fraud passed | honest stopped | honest passed |
                |---|---|---|---|---|---|---|---|
                """);
        for (double threshold : THRESHOLDS) {
            rows.append(row(format("%.1f", threshold), quality.at(threshold)));
        }
        return rows.append(row("rules", rules.at(ANY_RULE))).toString();
    }

    private static String row(String name, Confusion confusion) {
        return format(
                "| %s | %.3f | %.3f | %.3f %% | %d | %d | %d | %d |%n",
                name,
                confusion.precision(),
                confusion.recall(),
                100 * confusion.falsePositiveRate(),
                confusion.fraudStopped(),
                confusion.fraudPassed(),
                confusion.honestStopped(),
                confusion.honestPassed());
    }

    private String segments() {
        StringBuilder rows = new StringBuilder(format("""
                Honest orders stopped, at %.1f, by kind of people (at most 0.1 %% of each; a test holds it on other
                shoppers still). The order in question is the one that is scored; orders that were refused or cancelled are
                not counted among those before it:

                | honest orders | orders | stopped | share | share the rules stop |
                |---|---|---|---|---|
                """, GATE));
        for (Segment segment : Segment.values()) {
            Stopped stopped = segment.of(model.test, scores, GATE);
            Stopped byRules = segment.of(model.test, ruleScores, ANY_RULE);
            rows.append(format(
                    "| %s | %d | %d | %.3f %% | %.2f %% |%n",
                    segment.text, stopped.orders(), stopped.stopped(), 100 * stopped.share(), 100 * byRules.share()));
        }
        return rows.toString();
    }

    private String patterns() {
        StringBuilder rows = new StringBuilder("""
                By what the fraud is, at 0.9:

                | pattern | orders | stopped |
                |---|---|---|
                """);
        for (Label label : Label.values()) {
            long orders = of(label).count();
            if (label != Label.HONEST && orders > 0) {
                long stopped = of(label).filter(i -> scores[i] >= GATE).count();
                rows.append(format(
                        "| %s | %d | %.1f %% |%n",
                        label.name().toLowerCase(Locale.ROOT).replace('_', ' '), orders, 100.0 * stopped / orders));
            }
        }
        return rows.toString();
    }

    private IntStream of(Label label) {
        return IntStream.range(0, scores.length).filter(i -> model.test.get(i).label() == label);
    }

    private String data() {
        String shops = model.plan.shops().stream()
                .map(shop -> shop.currency() + " x " + shop.priceLevel())
                .collect(Collectors.joining(", "));
        return format(
                """
                ## Data

                Simulated (`ShopperSimulation`), in shops of %d products at different price levels (%s). Replayed order by
                order, so that features know what was known when the order was placed. Three simulations, one after the other:
                no customer and no moment is in two of them. %d days before each fill the shops with customers and are
                not counted.

                | part | seed | shoppers | from | until | orders | fraud |
                |---|---|---|---|---|---|---|
                %s%s%s""",
                model.plan.products(),
                shops,
                TrainingPlan.WARM_UP.toDays(),
                part("train", model.plan.train(), model.train),
                part("validation (when to stop)", model.plan.validation(), model.validation),
                part("test", model.plan.test(), model.test));
    }

    private static String part(String name, Part part, Examples examples) {
        return format(
                "| %s | %d | %d | %.10s | %.10s | %d | %d |%n",
                name, part.seed(), part.shoppers(), part.counted(), part.end(), examples.size(), examples.frauds());
    }

    private static String limits() {
        return """
                ## What it cannot do

                - It has seen no real fraud. The figures say how well it recovers the simulator's patterns, not how it will do in
                  a shop: train it on labelled orders before money depends on it.
                - Fraud of one careful order (stealth) looks like a purchase, and mostly passes. So does that of guests.
                - It knows a customer only by id: not by card, device, address or network.
                - The first five orders of a burst look like anybody's; only the later ones stand out by their number.
                - Amounts are compared in euros at the rates of one date (`euro-rates.csv`), and not at all in currencies
                  that have no rate there.
                - An order that the gate rejected is no evidence for or against the next one.
                """;
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text.replace("%n", "\n"), values);
    }
}
