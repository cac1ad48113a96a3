package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Fields;
import java.util.List;

/** The parsed values of an object's fields. */
public final class Values {
    private final List<Field<?>> fields;
    private final Object[] values;
    private final Fields source;

    Values(List<Field<?>> fields, Object[] values, Fields source) {
        this.fields = fields;
        this.values = values;
        this.source = source;
    }

    /**
     * The value of a field, null if missing; during validation also null if invalid.
     *
     * @throws IllegalArgumentException if the operation did not declare the field
     */
    @SuppressWarnings("unchecked") // This field parsed the value.
    public <T> T get(Field<T> field) {
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i) == field) {
                return (T) values[i];
            }
        }
        throw new IllegalArgumentException("the field " + field.name() + " is not declared");
    }

    /** Notes an invalid field. */
    public void error(Field<?> field, ProblemType type, String detail) {
        source.error(field.name(), type, detail);
    }
}
