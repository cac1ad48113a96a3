package com.fusioncommerce.api.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One occurrence of a problem, as RFC 9457 has it.
 *
 * @param type what kind of problem
 * @param detail what went wrong this time, for a person
 * @param errors every field that is wrong; empty where the problem lies elsewhere
 * @param problems every line of an order that could not be done; empty elsewhere
 * @param headers headers that go with it, e.g. {@code Retry-After}
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
     * A field that is wrong.
     *
     * @param pointer JSON pointer to it
     * @param type what kind of problem it is; clients see the code
     * @param detail what about it
     */
    @JsonPropertyOrder({"pointer", "code", "detail"})
    public record FieldError(String pointer, @JsonIgnore ProblemType type, String detail) {
        /** The code of its problem type. */
        @JsonProperty
        public String code() {
            return type.code();
        }
    }

    /** A line that could not be done; units are null where they say nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineError(int line, String sku, String code, Long requested, Long available) {}

    /** A problem with a detail and nothing else. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), List.of(), Map.of());
    }

    /** A problem that may be gone after some seconds. */
    public static Problem retryable(ProblemType type, String detail, int seconds) {
        return new Problem(type, detail, List.of(), List.of(), Map.of("Retry-After", Integer.toString(seconds)));
    }

    /** Fields that are wrong, at least one; the first decides the type. */
    public static Problem ofFields(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        String at = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        return new Problem(first.type(), at + first.detail() + more, errors, List.of(), Map.of());
    }

    /** The same with a header more. */
    public Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, errors, problems, more);
    }

    /** Carries it up the stack. */
    public ProblemException raised() {
        return new ProblemException(this);
    }
}
