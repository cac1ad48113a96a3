package com.fusioncommerce.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * Client of the schema registry. A deployment step ({@link #register()}) registers schemas; serialisation never does.
 * Thread-safe.
 */
public final class SchemaRegistry {
    private static final int CACHED_SCHEMAS = 1_000;
    private static final int CONFLICT = 409;
    static final String FULL = "FULL_TRANSITIVE";
    private static final String BACKWARD = "BACKWARD_TRANSITIVE";

    private final SchemaRegistryClient client;

    private SchemaRegistry(SchemaRegistryClient client) {
        this.client = client;
    }

    /** Connects to a registry over HTTP. */
    public static SchemaRegistry connect(RegistryConfig config) {
        return new SchemaRegistry(new CachedSchemaRegistryClient(config.urls(), CACHED_SCHEMAS, config.options()));
    }

    /** Confluent's in-process registry with every schema of the catalogue in it: for topologies under test. */
    public static SchemaRegistry inProcess() {
        SchemaRegistry registry = new SchemaRegistry(new MockSchemaRegistryClient());
        registry.register();
        return registry;
    }

    /**
     * Registers every schema of the catalogue with the compatibility that its kind promises, and returns how many there
     * are. Events, states, outcomes and facts: full, since old and new readers meet old and new records. Commands:
     * backward, since only the platform reads them.
     *
     * @throws IncompatibleSchemaException if the registry refuses a schema
     */
    public int register() {
        int count = 0;
        for (Topic topic : Topics.all()) {
            String level = compatibility(topic.kind());
            for (Class<? extends SpecificRecord> type : topic.values()) {
                register(topic.subject(type), schemaOf(type), level);
                count++;
            }
        }
        for (Class<? extends SpecificRecord> type : Messages.stored()) {
            register(Topic.subject(Topic.STORES, type.getName()), schemaOf(type), FULL);
            count++;
        }
        return count;
    }

    /** The compatibility that a kind of topic promises. */
    static String compatibility(Topic.Kind kind) {
        return kind == Topic.Kind.COMMAND ? BACKWARD : FULL;
    }

    private void register(String subject, Schema schema, String level) {
        call("register " + subject, () -> {
            client.updateCompatibility(subject, level);
            AvroSchema parsed = new AvroSchema(schema.toString());
            List<String> problems = client.testCompatibilityVerbose(subject, parsed);
            if (!problems.isEmpty()) {
                throw new IncompatibleSchemaException(subject, problems);
            }
            return registered(subject, parsed);
        });
    }

    /** Registers a schema. Some compatibility tests give no reasons; all registries refuse with a conflict. */
    private int registered(String subject, AvroSchema schema) throws IOException, RestClientException {
        try {
            return client.register(subject, schema);
        } catch (RestClientException e) {
            if (e.getStatus() == CONFLICT) {
                throw new IncompatibleSchemaException(subject, List.of(e.getMessage()));
            }
            throw e;
        }
    }

    /** The id of a schema under a subject; throws where it is not registered. */
    int idOf(String subject, Schema schema) {
        return call(
                "look up " + subject + " (register the schemas first: `fusion up` does)",
                () -> client.getId(subject, new AvroSchema(schema.toString())));
    }

    /** The schema of an id. */
    Schema byId(int id) {
        return call("fetch schema " + id, () -> new Schema.Parser()
                .parse(client.getSchemaById(id).canonicalString()));
    }

    static Schema schemaOf(Class<? extends SpecificRecord> type) {
        return SpecificData.getForClass(type).getSchema(type);
    }

    private interface Call<T> {
        T get() throws IOException, RestClientException;
    }

    private static <T> T call(String what, Call<T> call) {
        try {
            return call.get();
        } catch (IOException e) {
            throw new UncheckedIOException("schema registry did not answer: " + what, e);
        } catch (RestClientException e) {
            // A failure of the registry says nothing about the schema: a good record must not become a dead letter
            // because of it.
            if (e.getStatus() >= 500) {
                throw new UncheckedIOException("schema registry could not answer: " + what, new IOException(e));
            }
            throw new SchemaRegistryException(what, e);
        }
    }
}
