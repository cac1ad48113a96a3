package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A validation rule of a value, with its OpenAPI schema.
 *
 * @param <T> the value's type
 * @param type problem type of an invalid value
 * @param check returns a value's error, or null
 * @param schema the OpenAPI schema
 */
public record Rule<T>(ProblemType type, Function<T, String> check, Schema schema) {
    private static final String INVISIBLE = "\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$";

    /** The error of a value, or null. */
    public String violation(T value) {
        return check.apply(value);
    }

    /** A whole number in a range, both ends included. */
    public static Rule<Long> range(ProblemType type, long min, long max) {
        return new Rule<>(
                type,
                value -> value >= min && value <= max ? null : "must be from " + min + " to " + max,
                Schema.count().range(min, max));
    }

    /** A text on one line, of a length in code points, both ends included; see {@link Characters}. */
    public static Rule<String> text(int min, int max) {
        return text(
                min,
                max,
                Characters::fitsOneLine,
                "must be one line without control characters",
                "[^\\u0000-\\u001f" + INVISIBLE);
    }

    /** As {@link #text}, with line feeds and tabs. */
    public static Rule<String> lines(int min, int max) {
        return text(
                min,
                max,
                Characters::fitsText,
                "must not have control characters but line feed and tab",
                "[^\\u0000-\\u0008\\u000b-\\u001f" + INVISIBLE);
    }

    private static Rule<String> text(int min, int max, IntPredicate fits, String otherwise, String pattern) {
        return new Rule<>(
                ProblemType.INVALID_TEXT,
                value -> {
                    int length = value.codePointCount(0, value.length());
                    if (length < min || length > max) {
                        return "must have " + min + " to " + max + " characters";
                    }
                    if (min > 0 && Characters.isBlank(value)) {
                        return "must not be blank";
                    }
                    return value.codePoints().allMatch(fits) ? null : otherwise;
                },
                Schema.text((min > 0 ? "^(?=.*[^" + Characters.BLANKS + "])" : "^") + pattern)
                        .length(min, max));
    }

    /** A rule by a predicate. */
    public static <T> Rule<T> of(ProblemType type, Predicate<T> test, String message, Schema schema) {
        return new Rule<>(type, value -> test.test(value) ? null : message, schema);
    }

    /** This rule with another OpenAPI schema. */
    public Rule<T> shownAs(Schema shown) {
        return new Rule<>(type, check, shown);
    }
}
