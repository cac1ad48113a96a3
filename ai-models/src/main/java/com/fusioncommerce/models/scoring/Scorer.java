package com.fusioncommerce.models.scoring;

/** Turns rows of features into scores. Not safe for threads: one a thread. */
public interface Scorer extends AutoCloseable {
    /**
     * Scores rows, many at once being far cheaper than one by one.
     *
     * @param rows one array of features a row, in the order of the model's signature
     * @return a score a row, 0 to 1
     */
    float[] score(float[][] rows);

    @Override
    void close();
}
