package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A parameter of an operation in its path, query or headers. Operations share parameters as constants, which are also
 * the keys of their values.
 *
 * @param <T> the value's type
 */
public final class Parameter<T> {
    private final Place place;
    private final String name;
    private final Schema schema;
    private final Map<String, Object> shown;
    private final String component;
    private final Set<ProblemType> problems;
    private final Function<Call, T> reader;
    private final Rule<T> rule;
    private final String form;

    /** The place of a parameter. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    private Parameter(
            Place place,
            String name,
            Schema schema,
            Map<String, Object> shown,
            String component,
            Set<ProblemType> problems,
            Function<Call, T> reader,
            Rule<T> rule,
            String form) {
        this.place = place;
        this.name = name;
        this.schema = schema;
        this.shown = shown;
        this.component = component;
        this.problems = problems;
        this.reader = reader;
        this.rule = rule;
        this.form = form;
    }

    /**
     * A parameter of the path.
     *
     * @param form a sentence about the valid form, the detail of the problem otherwise
     */
    public static Parameter<String> path(String name, Rule<String> rule, String form) {
        return new Parameter<>(
                Place.PATH, name, rule.schema(), Map.of(), "", Set.of(), call -> call.path(name), rule, form);
    }

    /** A parameter of the path that the operation itself resolves. */
    public static Parameter<String> path(String name, Schema schema) {
        return new Parameter<>(Place.PATH, name, schema, Map.of(), "", Set.of(), call -> call.path(name), null, "");
    }

    /** A parameter of the query; {@code reader} parses it from the call, or raises a problem. */
    public static <T> Parameter<T> query(String name, Schema schema, ProblemType wrong, Function<Call, T> reader) {
        return new Parameter<>(Place.QUERY, name, schema, Map.of(), "", Set.of(wrong), reader, null, "");
    }

    /** A text of the query, null if missing. */
    public static Parameter<String> query(String name, Schema schema) {
        return query(name, schema, ProblemType.INVALID_PARAMETER, call -> call.query(name)
                .orElse(null));
    }

    /** A text of the query, null if missing. */
    public static Parameter<String> query(String name, Rule<String> rule) {
        return query(name, rule.schema(), ProblemType.INVALID_PARAMETER, call -> {
            String value = call.query(name).orElse(null);
            String wrong = value == null ? null : rule.violation(value);
            if (wrong != null) {
                throw ProblemException.of(ProblemType.INVALID_PARAMETER, name + " " + wrong + ".");
            }
            return value;
        });
    }

    /** A flag of the query, false if missing. */
    public static Parameter<Boolean> flag(String name) {
        return query(
                name,
                Schema.of("boolean").with("default", false),
                ProblemType.INVALID_PARAMETER,
                call -> call.flag(name));
    }

    /** A header, null if missing. */
    public static Parameter<String> header(String name, Schema schema, ProblemType wrong) {
        return new Parameter<>(
                Place.HEADER,
                name,
                schema,
                Map.of(),
                "",
                Set.of(wrong),
                call -> call.header(name).orElse(null),
                null,
                "");
    }

    /** This parameter with a description. */
    public Parameter<T> described(String description) {
        return showing("description", description);
    }

    /** This parameter with an example. */
    public Parameter<T> example(String example) {
        return showing("example", example);
    }

    private Parameter<T> showing(String keyword, String value) {
        Map<String, Object> more = new LinkedHashMap<>(shown);
        more.put(keyword, value);
        return new Parameter<>(place, name, schema, more, component, problems, reader, rule, form);
    }

    /** This parameter as an OpenAPI component. */
    public Parameter<T> component(String id) {
        return new Parameter<>(place, name, schema, shown, id, problems, reader, rule, form);
    }

    /** The parameter's place. */
    public Place place() {
        return place;
    }

    /** The parameter's name. */
    public String name() {
        return name;
    }

    /** The schema of the values in OpenAPI. */
    public Schema schema() {
        return schema;
    }

    String component() {
        return component;
    }

    Map<String, Object> shown() {
        return shown;
    }

    Set<ProblemType> problems() {
        return problems;
    }

    /** Whether a path parameter is validated before the operation begins. */
    boolean isChecked() {
        return rule != null;
    }

    /**
     * The parameter's value.
     *
     * @throws ProblemException if the value is invalid
     */
    T of(Call call) {
        return reader.apply(call);
    }

    /**
     * The value of a path parameter.
     *
     * @throws ProblemException of the type {@code wrong} if the value is invalid
     */
    T of(Call call, ProblemType wrong) {
        T value = reader.apply(call);
        if (rule != null && rule.violation(value) != null) {
            throw ProblemException.of(wrong, form);
        }
        return value;
    }
}
