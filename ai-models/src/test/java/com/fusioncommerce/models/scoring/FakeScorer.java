package com.fusioncommerce.models.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A scorer by a function, which records the batch sizes. */
final class FakeScorer implements Scorer {
    final List<Integer> batches = new ArrayList<>();
    private final ToDoubleFunction<float[]> function;

    FakeScorer(ToDoubleFunction<float[]> function) {
        this.function = function;
    }

    @Override
    public float[] score(float[][] rows) {
        batches.add(rows.length);
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = (float) function.applyAsDouble(rows[i]);
        }
        return scores;
    }

    @Override
    public void close() {
        batches.clear();
    }
}
