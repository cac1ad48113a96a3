package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemType;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What a field's value must be like.
 *
 * @param <T> the value's type
 * @param type the problem if it is not
 * @param check says what is wrong with a value, or null
 */
public record Rule<T>(ProblemType type, Function<T, String> check) {
    /** What is wrong with a value, or null. */
    String violation(T value) {
        return check.apply(value);
    }

    /** A whole number in a range, both ends included. */
    public static Rule<Long> range(ProblemType type, long min, long max) {
        return new Rule<>(type, value -> value >= min && value <= max ? null : "must be from " + min + " to " + max);
    }

    /** A text on one line, of a length in code points, both ends included; see {@link Characters}. */
    public static Rule<String> text(int min, int max) {
        return text(min, max, Characters::fitsOneLine, "must be one line without control characters");
    }

    /** As {@link #text}, with line feeds and tabs. */
    public static Rule<String> lines(int min, int max) {
        return text(min, max, Characters::fitsText, "must not have control characters but line feed and tab");
    }

    private static Rule<String> text(int min, int max, IntPredicate fits, String otherwise) {
        return new Rule<>(ProblemType.INVALID_TEXT, value -> {
            int length = value.codePointCount(0, value.length());
            if (length < min || length > max) {
                return "must have " + min + " to " + max + " characters";
            }
            if (min > 0 && value.isBlank()) {
                return "must not be blank";
            }
            return value.codePoints().allMatch(fits) ? null : otherwise;
        });
    }

    /** A value of which a test holds. */
    public static <T> Rule<T> of(ProblemType type, Predicate<T> test, String message) {
        return new Rule<>(type, value -> test.test(value) ? null : message);
    }
}
