package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.ObjectSchema;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Fields;
import java.util.List;
import java.util.Map;

/**
 * The fields of an object that requests bring: a body, or an item of a list in one.
 *
 * @param name its schema's name in the document; empty where it stands inside another
 * @param fields its fields
 * @param example an example; empty where there is none
 */
public record Shape(String name, List<Field<?>> fields, Map<String, Object> example) {
    /** Copies the fields. */
    public Shape {
        fields = List.copyOf(fields);
    }

    /** A shape whose schema has a name. */
    public static Shape named(String name, Field<?>... fields) {
        return new Shape(name, List.of(fields), Map.of());
    }

    /** A shape whose schema stands where it is used. */
    public static Shape inline(Field<?>... fields) {
        return named("", fields);
    }

    /** The same with an example: names and values in turn. */
    public Shape example(Object... namesAndValues) {
        return new Shape(name, fields, Example.of(namesAndValues));
    }

    /** What the document says of it. */
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

    /** Reads all fields; what is wrong is noted, and raised by {@link Fields#check}. */
    Values read(Fields source) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(source);
        }
        return new Values(fields, values, source);
    }
}
