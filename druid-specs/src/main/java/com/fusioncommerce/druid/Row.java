package com.fusioncommerce.druid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a query result; as JSON, an object of its columns. JSON renders a sum as a text of digits, since JavaScript
 * reads no number above 2^53 exactly.
 *
 * @param values by column, in the query's order; a value can be null
 */
public record Row(Map<String, Object> values) {
    /** Copies the values. */
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The columns as JSON renders them. */
    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(values);
        json.replaceAll((column, value) -> value instanceof BigInteger ? value.toString() : value);
        return json;
    }

    /** A text; the empty string if Druid's value is null. */
    public String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString();
    }

    /**
     * A whole number; 0 if Druid's value is null.
     *
     * @throws ArithmeticException if the value exceeds 64 bits
     */
    public long number(String column) {
        Object value = value(column);
        if (value instanceof BigInteger big) {
            return big.longValueExact();
        }
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** A sum of any size. */
    public BigInteger sum(String column) {
        return value(column) instanceof BigInteger sum ? sum : BigInteger.valueOf(number(column));
    }

    /** A floating-point number; 0 if Druid's value is null. */
    public double decimal(String column) {
        return value(column) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A point in time, or nothing if Druid's value is null. */
    public Optional<Instant> time(String column) {
        return Optional.ofNullable(value(column)).map(value -> Instant.parse(value.toString()));
    }

    private Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + ", but " + values.keySet());
        }
        return values.get(column);
    }
}
