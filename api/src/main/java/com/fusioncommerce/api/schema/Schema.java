package com.fusioncommerce.api.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A JSON schema, as OpenAPI 3.1 has it. A schema with a name is a component of the document, and stands elsewhere as a
 * reference to it; keywords added after the name stand beside the reference.
 */
public final class Schema {
    private static final String REFERENCE = "#/components/schemas/";
    private static final String TYPE = "type";

    private final String name;
    private final Schema definition;
    private final Map<String, Object> keywords;

    private Schema(String name, Schema definition, Map<String, Object> keywords) {
        this.name = name;
        this.definition = definition;
        this.keywords = Collections.unmodifiableMap(keywords);
    }

    /** A schema that says nothing yet. */
    public static Schema any() {
        return new Schema(null, null, new LinkedHashMap<>());
    }

    /** Values of a type of JSON. */
    public static Schema of(String type) {
        return any().with(TYPE, type);
    }

    /** A text. */
    public static Schema text() {
        return of("string");
    }

    /** A text of a form. */
    public static Schema text(String pattern) {
        return text().with("pattern", pattern);
    }

    /** One of some words. */
    public static Schema words(List<String> words) {
        return text().with("enum", List.copyOf(words));
    }

    /** A whole number of 64 bits. */
    public static Schema count() {
        return of("integer").with("format", "int64");
    }

    /** A whole number of 64 bits that is not less than another. */
    public static Schema count(long min) {
        return count().with("minimum", min);
    }

    /** A list. */
    public static Schema listOf(Schema items) {
        return of("array").with("items", items);
    }

    /** An object whose fields have names that the client chooses. */
    public static Schema mapOf(Schema values) {
        return of("object").with("additionalProperties", values);
    }

    /** An object that has these fields and no others. */
    public static ObjectSchema object() {
        return new ObjectSchema();
    }

    /** The same with a keyword more, or another value of it. */
    public Schema with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Schema(name, definition, more);
    }

    /** The same with numbers in a range, both ends included. */
    public Schema range(long min, long max) {
        return with("minimum", min).with("maximum", max);
    }

    /** The same with texts of a length, both ends included. */
    public Schema length(int min, int max) {
        return (min == 0 ? this : with("minLength", min)).with("maxLength", max);
    }

    /** The same with a sentence about it. */
    public Schema described(String description) {
        return with("description", description);
    }

    /** The same with an example. */
    public Schema example(Object example) {
        return with("examples", List.of(example));
    }

    /** The same as a component of the document. */
    public Schema named(String component) {
        return new Schema(component, this, new LinkedHashMap<>());
    }

    /** Its name as a component. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The names of an object's fields. */
    public List<String> fields() {
        if (definition != null) {
            return definition.fields();
        }
        return keywords.get("properties") instanceof Map<?, ?> properties
                ? properties.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** It as it stands where it is used: a reference to a component, or what it says. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) {
            json.put("$ref", REFERENCE + name);
        }
        keywords.forEach((keyword, value) -> json.put(keyword, json(value)));
        return json;
    }

    private static Object json(Object value) {
        if (value instanceof Schema schema) {
            return schema.json();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key, json(entry)));
            return entries;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(Schema::json).toList())
                : value;
    }

    /** Shows every component in it, itself included, with what it says. */
    public void components(BiConsumer<String, Map<String, Object>> reader) {
        if (name != null) {
            reader.accept(name, definition.json());
            definition.components(reader);
        }
        keywords.values().forEach(value -> components(value, reader));
    }

    private static void components(Object value, BiConsumer<String, Map<String, Object>> reader) {
        if (value instanceof Schema schema) {
            schema.components(reader);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(entry -> components(entry, reader));
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> components(entry, reader));
        }
    }
}
