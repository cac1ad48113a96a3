package com.fusioncommerce.api.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One occurrence of a problem, by RFC 9457.
 *
 * @param type the problem type
 * @param detail description of this occurrence for people
 * @param errors every invalid field; empty for other problems
 * @param problems every failed line of an order; empty for other problems
 * @param headers additional headers of the answer, e.g. {@code Retry-After}
 */
public record Problem(
        ProblemType type,
        String detail,
        List<FieldError> errors,
        List<LineError> problems,
        Map<String, String> headers) {

    /** Copies the collections. */
    public Problem {
        errors = List.copyOf(errors);
        problems = List.copyOf(problems);
        headers = Map.copyOf(headers);
    }

    /**
     * An invalid field.
     *
     * @param pointer JSON pointer to the field
     * @param type the problem type; clients see its code
     * @param detail description of the error
     */
    @JsonPropertyOrder({"pointer", "code", "detail"})
    public record FieldError(String pointer, @JsonIgnore ProblemType type, String detail) {
        /** The code of the problem type. */
        @JsonProperty
        public String code() {
            return type.code();
        }
    }

    /** A failed line of an order; quantities are null where they do not apply. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineError(int line, String sku, String code, Long requested, Long available) {}

    /** A problem with only a detail. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), List.of(), Map.of());
    }

    /** A problem that a retry after some seconds may solve. */
    public static Problem retryable(ProblemType type, String detail, int seconds) {
        return new Problem(type, detail, List.of(), List.of(), Map.of("Retry-After", Integer.toString(seconds)));
    }

    /** The problem of invalid fields, at least one; the first determines the type. */
    public static Problem ofFields(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        String at = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        return new Problem(first.type(), at + first.detail() + more, errors, List.of(), Map.of());
    }

    /** This problem with an additional header. */
    public Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, errors, problems, more);
    }

    /** This problem as an exception. */
    public ProblemException raised() {
        return new ProblemException(this);
    }
}
