package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.ObjectSchema;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Fields;
import java.util.List;
import java.util.Map;

/**
 * The fields of an object in requests: a body, or an item of a list in a body.
 *
 * @param name name of the schema in OpenAPI; empty for an inline schema
 * @param fields the fields
 * @param example an example; empty if there is none
 */
public record Shape(String name, List<Field<?>> fields, Map<String, Object> example) {
    /** Copies the fields. */
    public Shape {
        fields = List.copyOf(fields);
    }

    /** A shape with a named schema. */
    public static Shape named(String name, Field<?>... fields) {
        return new Shape(name, List.of(fields), Map.of());
    }

    /** A shape with an inline schema. */
    public static Shape inline(Field<?>... fields) {
        return named("", fields);
    }

    /** This shape with an example: names and values in turn. */
    public Shape example(Object... namesAndValues) {
        return new Shape(name, fields, Example.of(namesAndValues));
    }

    /** The shape's schema in OpenAPI. */
    public Schema schema() {
        ObjectSchema object = Schema.object();
        for (Field<?> field : fields) {
            if (field.isRequired()) {
                object.field(field.name(), field.schema());
            } else {
                object.optional(field.name(), field.schema());
            }
        }
        Schema closed = object.closed();
        Schema whole = example.isEmpty() ? closed : closed.example(example);
        return name.isEmpty() ? whole : whole.named(name);
    }

    /** Reads all fields; errors are noted, and raised by {@link Fields#check}. */
    Values read(Fields source) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(source);
        }
        return new Values(fields, values, source);
    }
}
