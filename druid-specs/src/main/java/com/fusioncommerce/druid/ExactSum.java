package com.fusioncommerce.druid;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sums that cannot overflow. Druid sums in 64 bits without overflow errors, and a single order can be worth 2^53 minor
 * units. So each value is cut into its lower 27 bits and the rest, Druid sums both parts, and this class combines the
 * two sums: neither can overflow below 2^36 orders.
 *
 * <p>In the SQL of the catalogue, {@code EXACT_SUM("x") AS "y"} becomes the columns {@code yHigh} and {@code yLow};
 * {@code EXACT_SUM("x") DESC} in an {@code ORDER BY} sorts by the exact sum.
 */
final class ExactSum {
    private static final int LOW_BITS = 27;
    private static final long LOW = (1L << LOW_BITS) - 1;
    private static final String HIGH_SUM = "SUM(BITWISE_SHIFT_RIGHT(\"$1\", " + LOW_BITS + "))";
    private static final String LOW_SUM = "SUM(BITWISE_AND(\"$1\", " + LOW + "))";
    private static final Pattern SELECTED =
            Pattern.compile("EXACT_SUM\\(\"(\\w+)\"\\)( FILTER \\(WHERE [^)]*\\))? AS \"(\\w+)\"");
    private static final Pattern SORTED = Pattern.compile("EXACT_SUM\\(\"(\\w+)\"\\) DESC");

    private ExactSum() {}

    /** Replaces {@code EXACT_SUM} by expressions that Druid knows. */
    static String inSql(String sql) {
        String selected =
                SELECTED.matcher(sql).replaceAll(HIGH_SUM + "$2 AS \"$3High\",\n  " + LOW_SUM + "$2 AS \"$3Low\"");
        // The lower sum is cut again: equal totals then have equal parts, and the sort order is exact.
        return SORTED.matcher(selected)
                .replaceAll(HIGH_SUM + " + BITWISE_SHIFT_RIGHT(" + LOW_SUM + ", " + LOW_BITS + ") DESC, BITWISE_AND("
                        + LOW_SUM + ", " + LOW + ") DESC");
    }

    /**
     * The values of the columns, each sum combined from its two parts. The sum of no rows is 0.
     *
     * @param answered Druid's values, by column
     */
    static Map<String, Object> ofColumns(List<Column> columns, Map<String, Object> answered) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> rest = new LinkedHashMap<>(answered);
        for (Column column : columns) {
            String name = column.name();
            if (column.type() == Column.Type.SUM) {
                values.put(name, whole(part(rest, name + "High"), part(rest, name + "Low")));
            } else if (rest.containsKey(name)) {
                values.put(name, rest.remove(name));
            }
        }
        values.putAll(rest);
        return values;
    }

    /** Combines the sums of both parts. */
    static BigInteger whole(long high, long low) {
        return BigInteger.valueOf(high).shiftLeft(LOW_BITS).add(BigInteger.valueOf(low));
    }

    private static long part(Map<String, Object> values, String column) {
        if (!values.containsKey(column)) {
            throw new DruidException("Druid's answer has no column " + column, null);
        }
        Object value = values.remove(column);
        if (value != null && !(value instanceof Long || value instanceof Integer)) {
            throw new DruidException("Druid answered no whole number as " + column + ": " + value, null);
        }
        return value == null ? 0 : ((Number) value).longValue();
    }
}
