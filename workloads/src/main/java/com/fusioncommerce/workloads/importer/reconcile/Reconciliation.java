package com.fusioncommerce.workloads.importer.reconcile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Comparison of several counts with the first of them.
 *
 * @param source the reference count
 * @param others the counts to compare
 */
public record Reconciliation(Count source, List<Count> others) {
    /** Copies the list. */
    public Reconciliation {
        others = List.copyOf(others);
    }

    /** All values that some witness counts differently from the source; empty if all agree. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            for (String value : values(dimension)) {
                for (Measure measure : Measure.values()) {
                    others.forEach(other -> compare(differences, other, dimension, value, measure));
                }
            }
        }
        return differences;
    }

    /** All values that some witness found, sorted. */
    SortedSet<String> values(Dimension dimension) {
        SortedSet<String> values = new TreeSet<>(source.values(dimension));
        others.forEach(other -> values.addAll(other.values(dimension)));
        return values;
    }

    private void compare(
            List<Difference> differences, Count other, Dimension dimension, String value, Measure measure) {
        if (!source.counts(dimension, measure) || !other.counts(dimension, measure)) {
            return;
        }
        BigInteger expected = source.of(dimension, value, measure);
        BigInteger actual = other.of(dimension, value, measure);
        if (!expected.equals(actual)) {
            differences.add(new Difference(dimension, value, measure, other.witness(), expected, actual));
        }
    }
}
