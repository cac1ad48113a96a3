package com.fusioncommerce.models.scoring;

import java.util.ArrayList;
import java.util.List;

/** A model that was loaded and found to be what it says. Not safe for threads: one a thread. */
public final class Model implements AutoCloseable {
    private final ModelSignature signature;
    private final Scorer scorer;
    private final Explainer explainer;

    Model(ModelSignature signature, Scorer scorer) {
        this.signature = signature;
        this.scorer = scorer;
        this.explainer = new Explainer(signature);
    }

    /** Its signature: inputs and outputs. */
    public ModelSignature signature() {
        return signature;
    }

    /** Scores rows of features, in the order of the signature, and says why where a score is one half or more. */
    public List<Score> score(float[][] rows) {
        float[] values = scorer.score(rows);
        List<List<String>> reasons = explainer.explain(scorer, rows, values);
        List<Score> scores = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            scores.add(new Score(values[i], reasons.get(i)));
        }
        return scores;
    }

    @Override
    public void close() {
        scorer.close();
    }
}
