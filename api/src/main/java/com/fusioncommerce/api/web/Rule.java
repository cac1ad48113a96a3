package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemType;
import java.util.function.Function;
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

    /** A text of a length in characters, both ends included, without control characters or broken surrogates. */
    public static Rule<String> text(int min, int max) {
        return new Rule<>(ProblemType.INVALID_TEXT, value -> {
            if (value.length() < min || value.length() > max) {
                return "must have " + min + " to " + max + " characters";
            }
            if (min > 0 && value.isBlank()) {
                return "must not be blank";
            }
            boolean clean = value.codePoints()
                    .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                            || Character.getType(c) == Character.SURROGATE);
            return clean ? null : "must not have control characters or broken surrogates";
        });
    }

    /** A value of which a test holds. */
    public static <T> Rule<T> of(ProblemType type, Predicate<T> test, String message) {
        return new Rule<>(type, value -> test.test(value) ? null : message);
    }
}
