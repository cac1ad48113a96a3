package com.fusioncommerce.models.scoring;

import com.fusioncommerce.schemas.resources.Reasons;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sample rows with the scores that training computed for them: a loaded model must reproduce these scores. */
public final class GoldenScores {
    /** Name of the file in a model's folder: one row per line, its score last. */
    public static final String FILE = "golden.csv";

    private static final double TOLERANCE = 1e-5;
    private static final MathContext FLOAT_DIGITS = new MathContext(9);

    private final float[][] rows;
    private final float[] scores;

    /** Golden scores of rows, one score per row. */
    public GoldenScores(float[][] rows, float[] scores) {
        if (rows.length != scores.length || rows.length == 0) {
            throw new IllegalArgumentException(rows.length + " rows and " + scores.length + " scores");
        }
        this.rows = rows.clone();
        this.scores = scores.clone();
    }

    /** The text of the file, with a header; the decimal digits parse back to the same floats. */
    public String toCsv(List<String> features) {
        StringBuilder csv = new StringBuilder(String.join(",", features)).append(",score\n");
        for (int i = 0; i < rows.length; i++) {
            for (float value : rows[i]) {
                csv.append(decimal(value)).append(',');
            }
            csv.append(decimal(scores[i])).append('\n');
        }
        return csv.toString();
    }

    /**
     * Reads the golden scores of the model in a folder.
     *
     * @throws ModelRefusedException if the file is missing or broken
     */
    static GoldenScores read(Path folder, int columns) {
        Path file = folder.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            List<float[]> rows = new ArrayList<>();
            float[] scores = new float[Math.max(0, lines.size() - 1)];
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] cells = line.split(",", -1);
                if (cells.length != columns + 1) {
                    throw new ModelRefusedException(file + " has a row of " + cells.length + " cells");
                }
                scores[rows.size()] = Float.parseFloat(cells[columns]);
                rows.add(floats(cells, columns));
            }
            return new GoldenScores(rows.toArray(new float[0][]), scores);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelRefusedException("cannot read " + file + ": " + Reasons.withoutFile(e), e);
        }
    }

    /**
     * Verifies that a scorer gives the golden scores.
     *
     * @throws ModelRefusedException if the scores or their number differ
     */
    void verify(Scorer scorer, String model) {
        float[] actual = scorer.score(rows);
        if (actual.length != scores.length) {
            throw new ModelRefusedException("%s gives %d scores for %d golden rows: not the model that was trained"
                    .formatted(model, actual.length, scores.length));
        }
        for (int i = 0; i < scores.length; i++) {
            double difference = Math.abs((double) actual[i] - scores[i]);
            if (!(difference <= TOLERANCE)) {
                throw new ModelRefusedException("%s scores golden row %d %s, not %s: not the model that was trained"
                        .formatted(model, i + 1, actual[i], scores[i]));
            }
        }
    }

    private static float[] floats(String[] cells, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.parseFloat(cells[i]);
        }
        return values;
    }

    private static String decimal(float value) {
        return new BigDecimal(value).round(FLOAT_DIGITS).stripTrailingZeros().toPlainString();
    }
}
