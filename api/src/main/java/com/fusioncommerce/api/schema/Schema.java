package com.fusioncommerce.api.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A JSON schema in OpenAPI 3.1. A schema with a name is a component of the document and elsewhere a reference to it;
 * keywords added after the name are siblings of the reference.
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

    /** A schema without constraints. */
    public static Schema any() {
        return new Schema(null, null, new LinkedHashMap<>());
    }

    /** Values of a JSON type. */
    public static Schema of(String type) {
        return any().with(TYPE, type);
    }

    /** A text. */
    public static Schema text() {
        return of("string");
    }

    /** A text that matches a pattern. */
    public static Schema text(String pattern) {
        return text().with("pattern", pattern);
    }

    /** An enumeration of texts. */
    public static Schema words(List<String> words) {
        return text().with("enum", List.copyOf(words));
    }

    /** A whole number of 64 bits. */
    public static Schema count() {
        return of("integer").with("format", "int64");
    }

    /** A whole number of 64 bits with a minimum. */
    public static Schema count(long min) {
        return count().with("minimum", min);
    }

    /** A list of items. */
    public static Schema listOf(Schema items) {
        return of("array").with("items", items);
    }

    /** An object with arbitrary field names and values of one schema. */
    public static Schema mapOf(Schema values) {
        return of("object").with("additionalProperties", values);
    }

    /** A builder of an object with named fields. */
    public static ObjectSchema object() {
        return new ObjectSchema();
    }

    /** This schema with a keyword added or replaced. */
    public Schema with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Schema(name, definition, more);
    }

    /** This schema with a range of numbers, both ends included. */
    public Schema range(long min, long max) {
        return with("minimum", min).with("maximum", max);
    }

    /** This schema with a range of text lengths, both ends included. */
    public Schema length(int min, int max) {
        return (min == 0 ? this : with("minLength", min)).with("maxLength", max);
    }

    /** This schema with a description. */
    public Schema described(String description) {
        return with("description", description);
    }

    /** This schema with an example. */
    public Schema example(Object example) {
        return with("examples", List.of(example));
    }

    /** This schema as an OpenAPI component. */
    public Schema named(String component) {
        return new Schema(component, this, new LinkedHashMap<>());
    }

    /** The component's name. */
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

    /** The schema where it is used: a reference to the component, or its keywords. */
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

    /** Visits every component in the schema, itself included, with its keywords. */
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
