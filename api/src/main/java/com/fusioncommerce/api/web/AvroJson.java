package com.fusioncommerce.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Records of the log as JSON: fields under their own names, enums as texts, null fields left out. */
public final class AvroJson {
    private AvroJson() {}

    /** A record as a value that {@link Json} writes. */
    public static Map<String, Object> of(SpecificRecord value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : value.getSchema().getFields()) {
            Object json = json(value.get(field.pos()));
            if (json != null) {
                fields.put(field.name(), json);
            }
        }
        return fields;
    }

    private static Object json(Object value) {
        if (value instanceof SpecificRecord nested) {
            return of(nested);
        }
        if (value instanceof List<?> items) {
            List<Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(json(item)));
            return list;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value;
    }
}
