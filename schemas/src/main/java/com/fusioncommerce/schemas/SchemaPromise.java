package com.fusioncommerce.schemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record's schema as it stands and the compatibility that it owes to every released version of itself.
 *
 * @param schema the schema
 * @param compatibility level under the registry's name for it
 */
record SchemaPromise(Schema schema, String compatibility) {

    /**
     * Every record of topics and state stores, in the order of the catalogue. One that occurs several times owes the
     * strictest of its promises.
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
