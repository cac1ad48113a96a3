package com.fusioncommerce.druid.avro;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * The schemas of one registry by id, looked up once and cached for the life of the process: the schema of an id never
 * changes. Shared by all readers, since Druid creates a reader for each message. Safe for threads.
 */
final class WriterSchemas {
    private static final Map<List<Object>, WriterSchemas> BY_REGISTRY = new ConcurrentHashMap<>();

    private final RegistryLookup registry;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new ConcurrentHashMap<>();

    WriterSchemas(RegistryLookup registry) {
        this.registry = registry;
    }

    /**
     * The schemas of the registry at these URLs.
     *
     * @param userInfoVariable the environment variable with {@code user:password}, or null
     */
    static WriterSchemas of(List<String> urls, String userInfoVariable) {
        return BY_REGISTRY.computeIfAbsent(
                List.of(urls, Optional.ofNullable(userInfoVariable)),
                key -> new WriterSchemas(RegistryLookup.connect(
                        urls, userInfoVariable == null ? null : System.getenv(userInfoVariable))));
    }

    /**
     * The Avro reader for a schema id, or nothing if the registry has no record schema with this id.
     *
     * @throws RegistryUnavailableException if no registry answers
     */
    Optional<GenericDatumReader<GenericRecord>> readerOf(int id) {
        GenericDatumReader<GenericRecord> known = readers.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<GenericDatumReader<GenericRecord>> found =
                registry.schema(id).flatMap(WriterSchemas::parse).map(GenericDatumReader::new);
        found.ifPresent(reader -> readers.put(id, reader));
        return found;
    }

    private static Optional<Schema> parse(String text) {
        try {
            return Optional.of(new Schema.Parser().parse(text))
                    .filter(schema -> schema.getType() == Schema.Type.RECORD);
        } catch (RuntimeException e) {
            // Another application's JSON Schema or Protobuf in the same registry; Avro has no single exception type for
            // it.
            return Optional.empty();
        }
    }
}
