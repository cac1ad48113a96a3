package com.fusioncommerce.models.training;

import java.util.List;
import java.util.stream.IntStream;

/** Training examples in time order. */
final class Examples {
    private final List<Example> all;

    Examples(List<Example> all) {
        this.all = List.copyOf(all);
    }

    List<Example> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    int columns() {
        return all.get(0).features().length;
    }

    Example get(int index) {
        return all.get(index);
    }

    boolean[] fraudulent() {
        boolean[] fraudulent = new boolean[size()];
        for (int i = 0; i < fraudulent.length; i++) {
            fraudulent[i] = all.get(i).fraudulent();
        }
        return fraudulent;
    }

    int frauds() {
        return (int) all.stream().filter(Example::fraudulent).count();
    }

    /** The features as a matrix, row by row. */
    float[] matrix() {
        float[] matrix = new float[size() * columns()];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(all.get(i).features(), 0, matrix, i * columns(), columns());
        }
        return matrix;
    }

    /** The median of each column over honest orders of customers with an account. */
    float[] typicalHonest() {
        List<Example> honest = all.stream()
                .filter(example -> !example.fraudulent() && example.of("guest") == 0)
                .toList();
        float[] typical = new float[columns()];
        for (int column = 0; column < typical.length; column++) {
            int at = column;
            double[] values = IntStream.range(0, honest.size())
                    .mapToDouble(i -> honest.get(i).features()[at])
                    .sorted()
                    .toArray();
            typical[column] = (float) values[values.length / 2];
        }
        return typical;
    }
}
