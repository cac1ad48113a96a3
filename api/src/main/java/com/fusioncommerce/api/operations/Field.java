package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Fields;
import com.fusioncommerce.api.web.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A field of a request's body: name, whether it is required, rule and schema. Operations share fields as constants,
 * which are also the keys of their values.
 *
 * @param <T> the value's type
 */
public final class Field<T> {
    private final String name;
    private final boolean required;
    private final Schema schema;
    private final Set<ProblemType> problems;
    private final Reader<T> reader;

    @FunctionalInterface
    private interface Reader<T> {
        T read(Fields fields, String name);
    }

    private Field(String name, boolean required, Schema schema, Set<ProblemType> problems, Reader<T> reader) {
        this.name = name;
        this.required = required;
        this.schema = schema;
        this.problems = problems;
        this.reader = reader;
    }

    private static <T> Field<T> of(String name, boolean required, Rule<?> rule, Reader<T> reader) {
        return new Field<>(name, required, rule.schema(), Set.of(rule.type()), reader);
    }

    /** A required text. */
    public static Field<String> text(String name, Rule<String> rule) {
        return of(name, true, rule, (fields, at) -> fields.text(at, rule));
    }

    /** An optional text with the default {@code absent}. */
    public static Field<String> text(String name, Rule<String> rule, String absent) {
        return of(name, false, rule, (fields, at) -> fields.optionalText(at, absent, rule));
    }

    /** An optional text, null if missing. */
    public static Field<String> optionalText(String name, Rule<String> rule) {
        return text(name, rule, null);
    }

    /** A required whole number. */
    public static Field<Long> number(String name, Rule<Long> rule) {
        return of(name, true, rule, (fields, at) -> fields.number(at, rule));
    }

    /** An optional whole number, null if missing. */
    public static Field<Long> optionalNumber(String name, Rule<Long> rule) {
        return of(name, false, rule, (fields, at) -> fields.optionalNumber(at, rule));
    }

    /** An optional object of at most {@code max} texts. */
    public static Field<Map<String, String>> texts(String name, Rule<String> rule, int max, ProblemType tooMany) {
        return new Field<>(
                name,
                false,
                Schema.mapOf(rule.schema()).with("maxProperties", max),
                Set.of(rule.type(), tooMany),
                (fields, at) -> {
                    Map<String, String> texts = fields.texts(at, rule);
                    if (texts.size() > max) {
                        fields.error(at, tooMany, "may have " + max);
                    }
                    return texts;
                });
    }

    /** A required list of at most {@code max} objects of a shape. */
    public static <T> Field<List<T>> list(
            String name, Shape item, int max, ProblemType tooMany, Function<Values, T> reader) {
        Set<ProblemType> all = new HashSet<>(Set.of(tooMany));
        item.fields().forEach(field -> all.addAll(field.problems()));
        return new Field<>(
                name,
                true,
                Schema.listOf(item.schema()).with("maxItems", max),
                Set.copyOf(all),
                (fields, at) -> fields.list(at, max, tooMany, child -> reader.apply(item.read(child))));
    }

    /** This list field with the problem for an empty list. */
    public Field<T> notEmpty(ProblemType empty, String detail) {
        Set<ProblemType> all = new HashSet<>(problems);
        all.add(empty);
        return new Field<>(name, required, schema.with("minItems", 1), Set.copyOf(all), (fields, at) -> {
            T list = reader.read(fields, at);
            if (fields.isEmptyList(at)) {
                fields.error(at, empty, detail);
            }
            return list;
        });
    }

    /** This field with a description. */
    public Field<T> described(String description) {
        return new Field<>(name, required, schema.described(description), problems, reader);
    }

    /** This field with its default shown in OpenAPI. */
    public Field<T> showingDefault(T absent) {
        return new Field<>(name, required, schema.with("default", absent), problems, reader);
    }

    /** The field's name. */
    public String name() {
        return name;
    }

    /** Whether the field is required. */
    public boolean isRequired() {
        return required;
    }

    /** The field's schema in OpenAPI. */
    public Schema schema() {
        return schema;
    }

    Set<ProblemType> problems() {
        return problems;
    }

    T read(Fields fields) {
        return reader.read(fields, name);
    }
}
