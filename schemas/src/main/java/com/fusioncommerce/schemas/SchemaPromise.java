package com.fusioncommerce.schemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record's current schema and the compatibility that it promises to all its released versions.
 *
 * @param schema the schema
 * @param compatibility compatibility level under the registry's name
 */
record SchemaPromise(Schema schema, String compatibility) {

    /**
     * The promises of all records of topics and state stores, in the order of the catalogue. A record that occurs
     * several times has the strictest of its levels.
     */
    static List<SchemaPromise> all() {
        Map<String, SchemaPromise> promises = new LinkedHashMap<>();
        for (Topic topic : Topics.all()) {
            String level = SchemaRegistry.compatibility(topic.kind());
            topic.values().forEach(type -> add(promises, type, level));
        }
        String level = SchemaRegistry.compatibility(Topic.Kind.STATE);
        Messages.stored().forEach(type -> add(promises, type, level));
        return List.copyOf(promises.values());
    }

    /** Name of the record without the package that all share, e.g. {@code orders.OrderCreated}. */
    String name() {
        return nameOf(schema);
    }

    static String nameOf(Schema schema) {
        String shared = SchemaPromise.class.getPackageName() + ".";
        String name = schema.getFullName();
        return name.startsWith(shared) ? name.substring(shared.length()) : name;
    }

    private static void add(Map<String, SchemaPromise> promises, Class<? extends SpecificRecord> type, String level) {
        SchemaPromise promise = new SchemaPromise(SchemaRegistry.schemaOf(type), level);
        promises.merge(
                promise.name(),
                promise,
                (known, other) -> known.compatibility.equals(SchemaRegistry.FULL) ? known : other);
    }
}
