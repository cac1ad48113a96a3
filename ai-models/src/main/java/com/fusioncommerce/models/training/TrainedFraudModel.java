package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.GoldenScores;
import com.fusioncommerce.models.scoring.ModelSignature;
import com.fusioncommerce.models.scoring.ModelSignature.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fraud model, trained on one simulated history and tested on a later one with other customers. */
final class TrainedFraudModel {
    /** Version of the model that this code trains. */
    static final String VERSION = FraudModel.RELEASED;

    private static final int GOLDEN_ROWS = 200;

    final TrainingPlan plan;
    final Examples train;
    final Examples validation;
    final Examples test;
    private final int trees;
    private final byte[] onnx;
    private final float[] testScores;

    private TrainedFraudModel(TrainingPlan plan) {
        this.plan = plan;
        this.train = SimulatedHistory.of(plan, plan.train());
        this.validation = SimulatedHistory.of(plan, plan.validation());
        this.test = SimulatedHistory.of(plan, plan.test());
        try (BoostedTrees ensemble = BoostedTrees.train(plan, train, validation)) {
            this.trees = ensemble.trees();
            this.onnx = OnnxExport.convert(ensemble.toJson(), trees, train.columns());
            this.testScores = ensemble.score(test);
        }
    }

    /** Trains a model on a simulated, replayed history. */
    static TrainedFraudModel of(TrainingPlan plan) {
        return new TrainedFraudModel(plan);
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

    float[] testScores() {
        return testScores.clone();
    }

    /**
     * The model's signature.
     *
     * @param files SHA-256 of each file of the folder
     */
    ModelSignature signature(Map<String, String> files) {
        float[] typical = train.typicalHonest();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < typical.length; i++) {
            columns.add(new Column(
                    FraudFeatures.names().get(i),
                    typical[i],
                    FraudFeatures.reasons().get(i)));
        }
        return new ModelSignature(
                FraudModel.NAME,
                VERSION,
                FraudFeatures.featuresHash(),
                OnnxExport.INPUT,
                OnnxExport.OUTPUT,
                columns,
                files);
    }

    /** Golden scores: rows from the whole test part, every fifth a fraud, with XGBoost's own scores. */
    GoldenScores golden() {
        List<float[]> rows = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        boolean[] fraudulent = test.fraudulent();
        int frauds = GOLDEN_ROWS / 5;
        int purchases = GOLDEN_ROWS - frauds;
        for (int i = 0; i < test.size() && frauds + purchases > 0; i++) {
            boolean wanted = fraudulent[i] ? frauds-- > 0 : purchases-- > 0;
            if (wanted) {
                rows.add(test.get(i).features());
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
