package com.fusioncommerce.druid.avro;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** Converts Avro values to the plain Java values that Druid takes. */
final class AvroRows {
    private AvroRows() {}

    /** A record as a map by field name; nested records are maps too. */
    static Map<String, Object> toMap(IndexedRecord row) {
        List<Schema.Field> fields = row.getSchema().getFields();
        Map<String, Object> map = new LinkedHashMap<>(fields.size() * 2);
        for (Schema.Field field : fields) {
            map.put(field.name(), plain(row.get(field.pos())));
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof CharSequence || value instanceof GenericEnumSymbol) {
            return value.toString();
        }
        if (value instanceof IndexedRecord nested) {
            return toMap(nested);
        }
        if (value instanceof Collection<?> items) {
            List<Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (value instanceof Map<?, ?> entries) {
            Map<String, Object> map = new LinkedHashMap<>();
            entries.forEach((key, item) -> map.put(key.toString(), plain(item)));
            return map;
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes();
        }
        return value;
    }
}
