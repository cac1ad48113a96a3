package com.fusioncommerce.models.scoring;

import com.fusioncommerce.models.scoring.ModelSignature.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains high scores: for each reason, its columns are set to their baselines; the more the score falls, the stronger
 * the reason. Columns are replaced per reason, not one by one, since columns of one reason are correlated and each
 * alone would change little.
 */
final class Explainer {
    /** Lowest score that gets reasons. */
    static final float FROM = 0.5f;

    private static final float MATTERS = 0.05f;
    private static final int MOST = 3;

    private final float[] baselines;
    private final Map<String, List<Integer>> columnsByReason = new LinkedHashMap<>();

    Explainer(ModelSignature signature) {
        List<Column> columns = signature.features();
        this.baselines = new float[columns.size()];
        for (int i = 0; i < baselines.length; i++) {
            baselines[i] = columns.get(i).baseline();
            columnsByReason
                    .computeIfAbsent(columns.get(i).reason(), reason -> new ArrayList<>())
                    .add(i);
        }
    }

    /**
     * The reasons of each row, the strongest first; empty for scores below {@link #FROM}. All rows are scored in one
     * batch.
     */
    List<List<String>> explain(Scorer scorer, float[][] rows, float[] scores) {
        List<float[]> variants = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (scores[i] >= FROM) {
                for (List<Integer> columns : columnsByReason.values()) {
                    variants.add(without(columns, rows[i]));
                }
            }
        }
        float[] variantScores = scorer.score(variants.toArray(new float[0][]));
        List<List<String>> reasons = new ArrayList<>(rows.length);
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            if (scores[i] >= FROM) {
                reasons.add(strongest(scores[i], variantScores, next));
                next += columnsByReason.size();
            } else {
                reasons.add(List.of());
            }
        }
        return reasons;
    }

    private List<String> strongest(float score, float[] variantScores, int from) {
        record Effect(String reason, float drop) {}
        List<Effect> effects = new ArrayList<>();
        int at = from;
        for (String reason : columnsByReason.keySet()) {
            effects.add(new Effect(reason, score - variantScores[at]));
            at++;
        }
        return effects.stream()
                .filter(effect -> effect.drop() >= MATTERS)
                .sorted(Comparator.comparingDouble(Effect::drop).reversed())
                .limit(MOST)
                .map(Effect::reason)
                .toList();
    }

    private float[] without(List<Integer> columns, float[] row) {
        float[] variant = row.clone();
        for (int column : columns) {
            variant[column] = baselines[column];
        }
        return variant;
    }
}
