package com.fusioncommerce.streams.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.testing.RegistryStandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * A version of the platform before some fields were added: it writes records without them, under schemas of its own,
 * and ignores them in today's records.
 */
public final class OlderVersion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER = 5;

    private final RegistryStandIn registry;
    private final AvroCodec codec;
    private final Set<String> added;
    private final Map<Schema, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * The version of the platform before fields of these names were added to any record; fields without a default stay.
     *
     * @param codec today's codec, on the same registry
     */
    public OlderVersion(RegistryStandIn registry, AvroCodec codec, Set<String> added) {
        this.registry = registry;
        this.codec = codec;
        this.added = Set.copyOf(added);
    }

    /** The schema without the added fields. */
    public Schema schema(Schema today) {
        return schemas.computeIfAbsent(today, schema -> {
            try {
                JsonNode json = JSON.readTree(schema.toString());
                json.findParents("fields").forEach(record -> {
                    for (Iterator<JsonNode> fields = record.get("fields").iterator(); fields.hasNext(); ) {
                        JsonNode field = fields.next();
                        if (added.contains(field.path("name").asText()) && field.has("default")) {
                            fields.remove();
                        }
                    }
                });
                return new Schema.Parser().parse(json.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The bytes that the older version would have written for a record; bytes that are no record stay unchanged. */
    public byte[] rewrite(byte[] value) {
        if (value == null || value.length <= HEADER || value[0] != 0) {
            return value;
        }
        Schema today = codec.decode(value).getSchema();
        return today.equals(schema(today)) ? value : write(read(value, today), schema(today));
    }

    /** Today's record as the older version reads it. */
    private GenericRecord read(byte[] value, Schema today) {
        try {
            return new GenericDatumReader<GenericRecord>(today, schema(today))
                    .read(null, DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write(GenericRecord record, Schema schema) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(HEADER)
                .put((byte) 0)
                .putInt(registry.add(schema.toString()))
                .array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
