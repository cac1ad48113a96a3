package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.GoldenScores;
import com.fusioncommerce.models.scoring.ModelSignature;
import com.fusioncommerce.models.scoring.ModelSignature.Column;
import java.util.ArrayList;
import java.util.List;

/** A fraud model, trained on the first part of a simulated history and measured on the last. */
final class TrainedFraudModel {
    /** Version that this code trains. */
    static final String VERSION = "1";

    /** End of what it learns from, as a share of the orders. */
    static final double TRAIN_UNTIL = 0.7;

    /** End of what tells it when to stop; the rest is the test. */
    static final double VALIDATE_UNTIL = 0.85;

    private static final int GOLDEN_ROWS = 200;

    final TrainingPlan plan;
    final Examples train;
    final Examples validation;
    final Examples test;
    private final int trees;
    private final byte[] onnx;
    private final float[] testScores;

    private TrainedFraudModel(TrainingPlan plan, Examples history) {
        this.plan = plan;
        this.train = history.part(0, TRAIN_UNTIL);
        this.validation = history.part(TRAIN_UNTIL, VALIDATE_UNTIL);
        this.test = history.part(VALIDATE_UNTIL, 1);
        try (BoostedTrees ensemble = BoostedTrees.train(plan, train, validation)) {
            this.trees = ensemble.trees();
            this.onnx = OnnxExport.convert(ensemble.toJson(), trees, history.columns());
            this.testScores = ensemble.score(test);
        }
    }

    /** Simulates, replays, trains. */
    static TrainedFraudModel of(TrainingPlan plan) {
        return new TrainedFraudModel(plan, SimulatedHistory.of(plan));
    }

    int trees() {
        return trees;
    }

    byte[] onnx() {
        return onnx.clone();
    }

    Quality quality() {
        return new Quality(testScores, test.fraudulent());
    }

    float testScore(int index) {
        return testScores[index];
    }

    ModelSignature signature() {
        float[] typical = train.typicalHonest();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < typical.length; i++) {
            columns.add(new Column(
                    FraudFeatures.names().get(i),
                    typical[i],
                    FraudFeatures.reasons().get(i)));
        }
        return new ModelSignature(
                FraudModel.NAME, VERSION, FraudFeatures.featuresHash(), OnnxExport.INPUT, OnnxExport.OUTPUT, columns);
    }

    /** Rows from all over the test part, every fifth of them a fraud, with XGBoost's own scores. */
    GoldenScores golden() {
        List<float[]> rows = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        boolean[] fraudulent = test.fraudulent();
        int frauds = GOLDEN_ROWS / 5;
        int purchases = GOLDEN_ROWS - frauds;
        for (int i = 0; i < test.size() && frauds + purchases > 0; i++) {
            boolean wanted = fraudulent[i] ? frauds-- > 0 : purchases-- > 0;
            if (wanted) {
                rows.add(test.row(i));
                scores.add(testScores[i]);
            }
        }
        float[] expected = new float[scores.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = scores.get(i);
        }
        return new GoldenScores(rows.toArray(new float[0][]), expected);
    }
}
