package com.fusioncommerce.api.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of an object while its fields are named. */
public final class ObjectSchema {
    private final List<String> required = new ArrayList<>();
    private final Map<String, Schema> fields = new LinkedHashMap<>();

    ObjectSchema() {}

    /** A field that is always there. */
    public ObjectSchema field(String name, Schema schema) {
        required.add(name);
        return optional(name, schema);
    }

    /** A field that may be missing. */
    public ObjectSchema optional(String name, Schema schema) {
        if (fields.put(name, schema) != null) {
            throw new IllegalArgumentException("an object has the field " + name + " twice");
        }
        return this;
    }

    /** The schema of an object that may have other fields too. */
    public Schema open() {
        Schema schema = Schema.of("object");
        return (required.isEmpty() ? schema : schema.with("required", List.copyOf(required)))
                .with("properties", new LinkedHashMap<>(fields));
    }

    /** The schema of an object that has no other field. */
    public Schema closed() {
        return open().with("additionalProperties", false);
    }

    /** The same as a component of the document. */
    public Schema named(String component) {
        return closed().named(component);
    }
}
