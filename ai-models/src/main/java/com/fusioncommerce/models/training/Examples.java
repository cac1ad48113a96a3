package com.fusioncommerce.models.training;

import com.fusioncommerce.models.simulation.ShopperAction.Label;
import java.util.List;

/** Orders as a model learns them: features as they were when each was placed, and what it really was. In time order. */
final class Examples {
    private final List<float[]> rows;
    private final List<Label> labels;

    Examples(List<float[]> rows, List<Label> labels) {
        if (rows.size() != labels.size()) {
            throw new IllegalArgumentException(rows.size() + " rows, " + labels.size() + " labels");
        }
        this.rows = List.copyOf(rows);
        this.labels = List.copyOf(labels);
    }

    int size() {
        return rows.size();
    }

    int columns() {
        return rows.get(0).length;
    }

    float[] row(int index) {
        return rows.get(index);
    }

    Label label(int index) {
        return labels.get(index);
    }

    boolean[] fraudulent() {
        boolean[] fraudulent = new boolean[size()];
        for (int i = 0; i < fraudulent.length; i++) {
            fraudulent[i] = labels.get(i) != Label.HONEST;
        }
        return fraudulent;
    }

    int frauds() {
        return size() - (int) labels.stream().filter(Label.HONEST::equals).count();
    }

    /** One row after the other. */
    float[] matrix() {
        float[] matrix = new float[size() * columns()];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(rows.get(i), 0, matrix, i * columns(), columns());
        }
        return matrix;
    }

    /** The examples of a part of the time, given as shares of their number. */
    Examples part(double from, double to) {
        int first = (int) (size() * from);
        int last = (int) (size() * to);
        return new Examples(rows.subList(first, last), labels.subList(first, last));
    }

    /** For each column, the median over honest orders. */
    float[] typicalHonest() {
        float[] typical = new float[columns()];
        for (int column = 0; column < typical.length; column++) {
            int at = column;
            double[] values = java.util.stream.IntStream.range(0, size())
                    .filter(i -> labels.get(i) == Label.HONEST)
                    .mapToDouble(i -> rows.get(i)[at])
                    .sorted()
                    .toArray();
            typical[column] = (float) values[values.length / 2];
        }
        return typical;
    }
}
