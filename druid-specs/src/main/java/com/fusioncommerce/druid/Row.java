package com.fusioncommerce.druid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row that Druid gave; as JSON, an object of its columns. There a sum is a text of its digits, since JavaScript reads no
 * number exactly that is larger than 2^53.
 *
 * @param values by column, in the query's order; a value can be null
 */
public record Row(Map<String, Object> values) {
    /** Copies the values. */
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The columns as they stand in JSON. */
    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(values);
        json.replaceAll((column, value) -> value instanceof BigInteger ? value.toString() : value);
        return json;
    }

    /** A text; the empty string where Druid has none. */
    public String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString();
    }

    /**
     * A whole number; 0 where Druid has none.
     *
     * @throws ArithmeticException if it does not fit
     */
    public long number(String column) {
        Object value = value(column);
        if (value instanceof BigInteger big) {
            return big.longValueExact();
        }
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** A sum, however large. */
    public BigInteger sum(String column) {
        return value(column) instanceof BigInteger sum ? sum : BigInteger.valueOf(number(column));
    }

    /** A number; 0 where Druid has none. */
    public double decimal(String column) {
        return value(column) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A point in time, or nothing where Druid has none. */
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
