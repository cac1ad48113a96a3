package com.fusioncommerce.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Encodes and decodes Avro records in Confluent wire format: a zero byte, the schema's id in the registry as four
 * bytes, the body. A topic can carry any record type that declares it. Ids and schemas are looked up once and cached;
 * buffers and coders are thread-local. The codec never registers a schema. Thread-safe.
 */
public final class AvroCodec {
    private static final int HEADER = 5;

    /** Maximum length of a record's strings and lists: Kafka accepts no record above one mebibyte. */
    private static final String LONGEST = String.valueOf(1 << 20);

    static {
        // Without a limit Avro allocates whatever length a corrupt record claims. Only system properties can set the
        // limit.
        for (String limit : List.of("string", "bytes", "collectionItems")) {
            String property = "org.apache.avro.limits." + limit + ".maxLength";
            System.getProperties().putIfAbsent(property, LONGEST);
        }
    }

    private static final ThreadLocal<Buffers> BUFFERS = ThreadLocal.withInitial(Buffers::new);

    private final SchemaRegistry registry;
    private final ConcurrentMap<TypeInTopic, Writer> writers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, SpecificDatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    /** A codec that asks this registry for ids and schemas. */
    public AvroCodec(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Encodes a record.
     *
     * @param topic the topic that the record goes to, or {@link Topic#STORES} for a state store
     * @throws SerializationException if the record does not fit its schema
     * @throws SchemaRegistryException if its schema is not registered for that topic
     */
    public byte[] encode(String topic, SpecificRecord value) {
        Writer writer = writer(topic, value);
        Buffers buffers = BUFFERS.get();
        buffers.out.reset();
        writer.writeHeader(buffers.out);
        try {
            buffers.encoder = EncoderFactory.get().binaryEncoder(buffers.out, buffers.encoder);
            writer.writer.write(value, buffers.encoder);
            buffers.encoder.flush();
        } catch (IOException | RuntimeException e) {
            // Avro throws exceptions of many kinds for values that do not fit the schema. The encoder still buffers a
            // part of this record, which it would write before the next one.
            buffers.encoder = null;
            throw new SerializationException("cannot encode " + value.getClass().getName(), e);
        }
        return buffers.out.toByteArray();
    }

    /**
     * Re-encodes a record for another topic: copies the body and replaces the schema's id by the one in that topic's
     * subject.
     *
     * @param encoded the record's bytes in any topic
     */
    public byte[] readdress(String topic, SpecificRecord value, byte[] encoded) {
        byte[] readdressed = encoded.clone();
        ByteBuffer.wrap(readdressed).putInt(1, writer(topic, value).id);
        return readdressed;
    }

    /**
     * Decodes a record.
     *
     * @throws SerializationException if the bytes are no record of a known schema
     */
    public SpecificRecord decode(byte[] bytes) {
        SpecificDatumReader<SpecificRecord> reader = readerOf(bytes);
        Buffers buffers = BUFFERS.get();
        try {
            buffers.decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, buffers.decoder);
            SpecificRecord value = reader.read(null, buffers.decoder);
            if (!buffers.decoder.isEnd()) {
                throw new AvroRuntimeException("bytes left over");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            // Avro throws exceptions of many kinds for malformed bytes.
            throw new SerializationException("not a " + reader.getExpected().getFullName() + ": " + e.getMessage(), e);
        }
    }

    /** Decodes a record that must be of one type. */
    public <T extends SpecificRecord> T decode(byte[] bytes, Class<T> type) {
        SpecificRecord value = decode(bytes);
        if (!type.isInstance(value)) {
            throw new SerializationException(
                    "a " + value.getSchema().getFullName() + " where a " + type.getName() + " belongs");
        }
        return type.cast(value);
    }

    /**
     * The schema that a record was written with, which may be an older one than the record's class has.
     *
     * @throws SerializationException if the bytes are no record of a known schema
     */
    public Schema writtenWith(byte[] bytes) {
        return readerOf(bytes).getSchema();
    }

    private SpecificDatumReader<SpecificRecord> readerOf(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != 0) {
            throw new SerializationException("not in Confluent wire format: " + bytes.length + " bytes"
                    + (bytes.length > 0 ? ", first " + bytes[0] : ""));
        }
        int id = (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
        SpecificDatumReader<SpecificRecord> reader = readers.get(id);
        return reader != null ? reader : readerOf(id);
    }

    private Writer writer(String topic, SpecificRecord value) {
        Writer writer = writers.get(new TypeInTopic(topic, value.getClass()));
        return writer == null ? writerOf(topic, value) : writer;
    }

    private Writer writerOf(String topic, SpecificRecord value) {
        return writers.computeIfAbsent(new TypeInTopic(topic, value.getClass()), key -> {
            Schema schema = value.getSchema();
            int id = registry.idOf(Topic.subject(topic, schema.getFullName()), schema);
            SpecificData model = modelOf(value.getClass());
            return new Writer(id, new SpecificDatumWriter<>(schema, model));
        });
    }

    private SpecificDatumReader<SpecificRecord> readerOf(int id) {
        return readers.computeIfAbsent(id, key -> {
            Schema written;
            try {
                written = registry.byId(key);
            } catch (SchemaRegistryException e) {
                throw new SerializationException(e.getMessage(), e);
            }
            Class<? extends SpecificRecord> type = typeOf(written);
            SpecificData model = modelOf(type);
            return new SpecificDatumReader<>(written, model.getSchema(type), model);
        });
    }

    /**
     * The Avro model with generated coders, which access fields directly; generic coders look up each field in the
     * schema.
     */
    private static SpecificData modelOf(Class<? extends SpecificRecord> type) {
        SpecificData model = SpecificData.getForClass(type);
        model.setCustomCoders(true);
        return model;
    }

    private static Class<? extends SpecificRecord> typeOf(Schema schema) {
        try {
            return Class.forName(schema.getFullName(), true, AvroCodec.class.getClassLoader())
                    .asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new SerializationException("no class here for schema " + schema.getFullName(), e);
        }
    }

    private record TypeInTopic(String topic, Class<?> type) {}

    private record Writer(int id, SpecificDatumWriter<SpecificRecord> writer) {
        void writeHeader(ByteArrayOutputStream out) {
            out.write(0);
            out.write(id >>> 24);
            out.write(id >>> 16);
            out.write(id >>> 8);
            out.write(id);
        }
    }

    private static final class Buffers {
        final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        BinaryEncoder encoder;
        BinaryDecoder decoder;
    }
}
