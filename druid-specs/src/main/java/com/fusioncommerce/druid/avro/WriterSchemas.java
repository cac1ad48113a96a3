package com.fusioncommerce.druid.avro;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * The schemas of one registry by id, looked up once and kept for as long as the process lives: an id never changes its
 * meaning. Shared by all readers, since Druid makes a reader a message. Safe for threads.
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
     * The reader of records with this schema, or nothing if the registry knows no record schema of this id.
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
            // A JSON Schema or Protobuf of another application in the same registry; Avro has no one exception for it.
            return Optional.empty();
        }
    }
}
