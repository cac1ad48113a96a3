package com.fusioncommerce.api.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builder of an object's schema. */
public final class ObjectSchema {
    private final List<String> required = new ArrayList<>();
    private final Map<String, Schema> fields = new LinkedHashMap<>();

    ObjectSchema() {}

    /** Adds a required field. */
    public ObjectSchema field(String name, Schema schema) {
        required.add(name);
        return optional(name, schema);
    }

    /** Adds an optional field. */
    public ObjectSchema optional(String name, Schema schema) {
        if (fields.put(name, schema) != null) {
            throw new IllegalArgumentException("an object has the field " + name + " twice");
        }
        return this;
    }

    /** The schema, with additional fields allowed. */
    public Schema open() {
        Schema schema = Schema.of("object");
        return (required.isEmpty() ? schema : schema.with("required", List.copyOf(required)))
                .with("properties", new LinkedHashMap<>(fields));
    }

    /** The schema, without additional fields. */
    public Schema closed() {
        return open().with("additionalProperties", false);
    }

    /** This schema as an OpenAPI component. */
    public Schema named(String component) {
        return closed().named(component);
    }
}
