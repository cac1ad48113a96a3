package com.fusioncommerce.models.scoring;

import java.util.ArrayList;
import java.util.List;

/** A loaded and verified model. Not safe for threads: each thread needs its own. */
public final class Model implements AutoCloseable {
    private final ModelSignature signature;
    private final Scorer scorer;
    private final Explainer explainer;

    Model(ModelSignature signature, Scorer scorer) {
        this.signature = signature;
        this.scorer = scorer;
        this.explainer = new Explainer(signature);
    }

    /** The model's signature: inputs and outputs. */
    public ModelSignature signature() {
        return signature;
    }

    /** Scores rows of features, in the order of the signature, and adds reasons to scores of one half or more. */
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
