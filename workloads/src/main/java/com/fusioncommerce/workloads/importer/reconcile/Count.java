package com.fusioncommerce.workloads.importer.reconcile;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Exact counts of one witness. A value that it never met counts 0 in every measure that it counts. For one thread. */
public final class Count {
    private final String witness;
    private final Map<Cell, BigInteger> cells = new HashMap<>();
    private final Set<Column> columns = new HashSet<>();

    private record Cell(Dimension dimension, String value, Measure measure) {}

    private record Column(Dimension dimension, Measure measure) {}

    /** An empty count of this witness. */
    public Count(String witness) {
        this.witness = witness;
    }

    /** Declares that the witness counts these measures, even if it finds none. */
    public Count counting(Dimension dimension, Measure... measures) {
        for (Measure measure : measures) {
            columns.add(new Column(dimension, measure));
        }
        return this;
    }

    /** Adds to a count. */
    public void add(Dimension dimension, String value, Measure measure, long amount) {
        add(dimension, value, measure, BigInteger.valueOf(amount));
    }

    /** Adds to a count. */
    public void add(Dimension dimension, String value, Measure measure, BigInteger amount) {
        columns.add(new Column(dimension, measure));
        cells.merge(new Cell(dimension, value, measure), amount, BigInteger::add);
    }

    /** The witness's name. */
    public String witness() {
        return witness;
    }

    /** Whether the witness counts this measure by this dimension. */
    public boolean counts(Dimension dimension, Measure measure) {
        return columns.contains(new Column(dimension, measure));
    }

    /** The count of one value. */
    public BigInteger of(Dimension dimension, String value, Measure measure) {
        return cells.getOrDefault(new Cell(dimension, value, measure), BigInteger.ZERO);
    }

    /** The sum of the counts of all values. */
    public BigInteger total(Dimension dimension, Measure measure) {
        return cells.entrySet().stream()
                .filter(cell ->
                        cell.getKey().dimension() == dimension && cell.getKey().measure() == measure)
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The values found, sorted. */
    public SortedSet<String> values(Dimension dimension) {
        SortedSet<String> values = new TreeSet<>();
        cells.keySet().stream().filter(cell -> cell.dimension() == dimension).forEach(cell -> values.add(cell.value()));
        return values;
    }
}
