package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.training.Quality.Confusion;
import java.util.Locale;
import java.util.stream.IntStream;

/** The README of a model: what it is, how good, from what, and what it cannot do. */
final class ModelReadme {
    private static final double[] THRESHOLDS = {0.5, 0.7, 0.9};

    private final TrainedFraudModel model;
    private final String sha256;

    ModelReadme(TrainedFraudModel model, String sha256) {
        this.model = model;
        this.sha256 = sha256;
    }

    String text() {
        return String.join("\n", title(), quality(), thresholds(), patterns(), data(), limits());
    }

    private String title() {
        return format(
                """
                # Fraud model, version %s

                Gives every order the probability that it is fraud. %d gradient-boosted trees of depth %d at most over %d
                features, trained by XGBoost, shipped as ONNX. `model.onnx` has SHA-256
                `%s`;
                its features' definition has hash `%s`.

                Train it again, byte for byte, with nothing but Maven:

                    mvn -f ai-models/pom.xml -Ptrain compile
                """,
                TrainedFraudModel.VERSION,
                model.trees(),
                model.plan.depth(),
                FraudFeatures.names().size(),
                sha256,
                FraudFeatures.featuresHash());
    }

    private String quality() {
        Quality quality = model.quality();
        return format("""
                ## Quality

                On the last %d orders of the history (%d of them fraud), which it neither learned from nor was tuned on:

                | measure | value |
                |---|---|
                | area under the ROC curve | %.4f |
                | average precision | %.4f |
                """, model.test.size(), model.test.frauds(), quality.areaUnderRoc(), quality.averagePrecision());
    }

    private String thresholds() {
        StringBuilder rows = new StringBuilder("""
                A gate that stops scores from a threshold up (the platform's default is 0.9):

                | threshold | precision | recall | purchases stopped | fraud stopped | fraud passed | honest stopped | honest passed |
                |---|---|---|---|---|---|---|---|
                """);
        for (double threshold : THRESHOLDS) {
            Confusion confusion = model.quality().at(threshold);
            rows.append(format(
                    "| %.1f | %.3f | %.3f | %.3f %% | %d | %d | %d | %d |%n",
                    threshold,
                    confusion.precision(),
                    confusion.recall(),
                    100 * confusion.falsePositiveRate(),
                    confusion.fraudStopped(),
                    confusion.fraudPassed(),
                    confusion.honestStopped(),
                    confusion.honestPassed()));
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
                long stopped = of(label).filter(i -> model.testScore(i) >= 0.9).count();
                rows.append(format(
                        "| %s | %d | %.1f %% |%n",
                        label.name().toLowerCase(Locale.ROOT).replace('_', ' '), orders, 100.0 * stopped / orders));
            }
        }
        return rows.toString();
    }

    private IntStream of(Label label) {
        return IntStream.range(0, model.test.size()).filter(i -> model.test.label(i) == label);
    }

    private String data() {
        return format(
                """
                ## Data

                Simulated (`ShopperSimulation`): %d shoppers over %d days, seed %d, in %d shops of %d products at different price levels. Replayed order by order, so that
                features know what was known when the order was placed. Split by time:

                | part | orders | fraud |
                |---|---|---|
                | train | %d | %d |
                | validation (when to stop) | %d | %d |
                | test | %d | %d |
                """,
                model.plan.history().shoppers(),
                model.plan.history().duration().toDays(),
                model.plan.history().seed(),
                model.plan.priceLevels().size(),
                model.plan.products(),
                model.train.size(),
                model.train.frauds(),
                model.validation.size(),
                model.validation.frauds(),
                model.test.size(),
                model.test.frauds());
    }

    private static String limits() {
        return """
                ## What it cannot do

                - It has seen no real fraud. The figures say how well it recovers the simulator's patterns, not how it will do in
                  a shop: train it on labelled orders before money depends on it.
                - Fraud of one careful order (stealth) looks like a purchase, and mostly passes.
                - It knows a customer only by id: not by card, device, address or network.
                - Amounts are compared in major units of their currency without exchange rates; it learned from euros.
                - The first order of a burst looks like any first order; only the later ones stand out.
                - Hours are UTC, whatever the shopper's time zone.
                """;
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text.replace("%n", "\n"), values);
    }
}
