package com.fusioncommerce.trials.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of figures.
 *
 * @param title heading
 * @param columns names, with their units
 * @param rows one value per column: numbers, texts, or null for none
 */
public record Table(
        @JsonProperty("title") String title,
        @JsonProperty("columns") List<String> columns,
        @JsonProperty("rows") List<List<Object>> rows) {

    /** An empty table. */
    public static Table of(String title, String... columns) {
        return new Table(title, List.of(columns), new ArrayList<>());
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the number of values is wrong
     */
    public Table row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    title + " has " + columns.size() + " columns, but a row has " + values.length);
        }
        rows.add(new ArrayList<>(java.util.Arrays.asList(values)));
        return this;
    }
}
