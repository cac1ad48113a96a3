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
 * A field of a request's body: its name, whether it must be there, its rule, and so what the document says of it. Operations
 * share fields as constants, and ask for the value of one by the constant.
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

    /** A text that must be there. */
    public static Field<String> text(String name, Rule<String> rule) {
        return of(name, true, rule, (fields, at) -> fields.text(at, rule));
    }

    /** A text that may be missing, and then is {@code absent}. */
    public static Field<String> text(String name, Rule<String> rule, String absent) {
        return of(name, false, rule, (fields, at) -> fields.optionalText(at, absent, rule));
    }

    /** A text that may be missing, and then is null. */
    public static Field<String> optionalText(String name, Rule<String> rule) {
        return text(name, rule, null);
    }

    /** A whole number that must be there. */
    public static Field<Long> number(String name, Rule<Long> rule) {
        return of(name, true, rule, (fields, at) -> fields.number(at, rule));
    }

    /** A whole number that may be missing, and then is null. */
    public static Field<Long> optionalNumber(String name, Rule<Long> rule) {
        return of(name, false, rule, (fields, at) -> fields.optionalNumber(at, rule));
    }

    /** An object of at most {@code max} texts, which may be missing. */
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

    /** A list of at most {@code max} objects of a shape, which must be there. */
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

    /** The same list that has one entry at least. */
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

    /** The same with a sentence about it. */
    public Field<T> described(String description) {
        return new Field<>(name, required, schema.described(description), problems, reader);
    }

    /** The same where the document names what is taken for a missing value. */
    public Field<T> showingDefault(T absent) {
        return new Field<>(name, required, schema.with("default", absent), problems, reader);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether it must be there. */
    public boolean isRequired() {
        return required;
    }

    /** What the document says of it. */
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
