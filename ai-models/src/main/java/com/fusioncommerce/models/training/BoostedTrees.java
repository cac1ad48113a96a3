package com.fusioncommerce.models.training;

import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Gradient-boosted trees trained by XGBoost, on one thread so that every run gives the same trees. */
final class BoostedTrees implements AutoCloseable {
    private static final int PATIENCE = 30;

    private final Booster booster;
    private final int trees;

    private BoostedTrees(Booster booster, int trees) {
        this.booster = booster;
        this.trees = trees;
    }

    /** Trains on one part of history, with early stopping on another. */
    static BoostedTrees train(TrainingPlan plan, Examples train, Examples validation) {
        try {
            DMatrix learned = matrix(train);
            DMatrix held = matrix(validation);
            Map<String, DMatrix> watched = new LinkedHashMap<>();
            watched.put("validation", held);
            Booster booster =
                    XGBoost.train(learned, parameters(plan), plan.trees(), watched, null, null, null, PATIENCE);
            int best = Integer.parseInt(booster.getAttr("best_iteration")) + 1;
            learned.dispose();
            held.dispose();
            return new BoostedTrees(booster, best);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed to train", e);
        }
    }

    /** Number of trees that scoring uses. */
    int trees() {
        return trees;
    }

    /** Probability of fraud of each example. */
    float[] score(Examples examples) {
        try {
            DMatrix matrix = matrix(examples);
            float[][] predictions = booster.predict(matrix, false, trees);
            matrix.dispose();
            float[] scores = new float[predictions.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = predictions[i][0];
            }
            return scores;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed to predict", e);
        }
    }

    /** The ensemble in XGBoost's own JSON, with all trained trees. */
    byte[] toJson() {
        try {
            return booster.toByteArray("json");
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed to save", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private static Map<String, Object> parameters(TrainingPlan plan) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("eval_metric", "logloss");
        parameters.put("maximize_evaluation_metrics", "false");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", plan.depth());
        parameters.put("eta", 0.08);
        parameters.put("min_child_weight", 20);
        parameters.put("lambda", 8);
        parameters.put("subsample", 0.9);
        parameters.put("colsample_bytree", 0.8);
        parameters.put("seed", plan.train().seed());
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        parameters.put("verbose_eval", "false");
        return parameters;
    }

    private static DMatrix matrix(Examples examples) throws XGBoostError {
        DMatrix matrix = new DMatrix(examples.matrix(), examples.size(), examples.columns(), Float.NaN);
        boolean[] fraudulent = examples.fraudulent();
        float[] labels = new float[fraudulent.length];
        float[] weights = new float[fraudulent.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = fraudulent[i] ? 1 : 0;
            weights[i] = fraudulent[i] ? 1 : TrainingPlan.HONEST_WEIGHT;
        }
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        return matrix;
    }
}
