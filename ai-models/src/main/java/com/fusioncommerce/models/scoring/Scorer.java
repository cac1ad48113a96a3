package com.fusioncommerce.models.scoring;

/** Turns rows of features into scores. Not safe for threads: each thread needs its own. */
public interface Scorer extends AutoCloseable {
    /**
     * Scores rows; a large batch is far cheaper than single rows.
     *
     * @param rows one array of features per row, in the order of the model's signature
     * @return one score per row, 0 to 1
     */
    float[] score(float[][] rows);

    @Override
    void close();
}
