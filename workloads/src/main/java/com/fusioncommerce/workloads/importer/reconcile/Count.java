package com.fusioncommerce.workloads.importer.reconcile;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one witness counted, to the last digit at any size. A value it never met counts 0 in whatever it does count. For one
 * thread.
 */
public final class Count {
    private final String witness;
    private final Map<Cell, BigInteger> cells = new HashMap<>();
    private final Set<Column> columns = new HashSet<>();

    private record Cell(Dimension dimension, String value, Measure measure) {}

    private record Column(Dimension dimension, Measure measure) {}

    /** An empty count by this witness. */
    public Count(String witness) {
        this.witness = witness;
    }

    /** Says that the witness counts this, even where it finds none. */
    public Count counting(Dimension dimension, Measure... measures) {
        for (Measure measure : measures) {
            columns.add(new Column(dimension, measure));
        }
        return this;
    }

    /** Adds to what was counted. */
    public void add(Dimension dimension, String value, Measure measure, long amount) {
        add(dimension, value, measure, BigInteger.valueOf(amount));
    }

    /** Adds to what was counted. */
    public void add(Dimension dimension, String value, Measure measure, BigInteger amount) {
        columns.add(new Column(dimension, measure));
        cells.merge(new Cell(dimension, value, measure), amount, BigInteger::add);
    }

    /** Who counted. */
    public String witness() {
        return witness;
    }

    /** Whether the witness counts this at all. */
    public boolean counts(Dimension dimension, Measure measure) {
        return columns.contains(new Column(dimension, measure));
    }

    /** How much of it there is. */
    public BigInteger of(Dimension dimension, String value, Measure measure) {
        return cells.getOrDefault(new Cell(dimension, value, measure), BigInteger.ZERO);
    }

    /** How much of it there is, all values together. */
    public BigInteger total(Dimension dimension, Measure measure) {
        return cells.entrySet().stream()
                .filter(cell ->
                        cell.getKey().dimension() == dimension && cell.getKey().measure() == measure)
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The values met, in order. */
    public SortedSet<String> values(Dimension dimension) {
        SortedSet<String> values = new TreeSet<>();
        cells.keySet().stream().filter(cell -> cell.dimension() == dimension).forEach(cell -> values.add(cell.value()));
        return values;
    }
}
