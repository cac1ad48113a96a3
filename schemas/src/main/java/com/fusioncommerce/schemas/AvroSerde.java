package com.fusioncommerce.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link AvroCodec} as Kafka's serde for one type of record; {@code SpecificRecord} itself for any.
 *
 * @param <T> the record type
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final Serializer<T> serializer;
    private final Deserializer<T> deserializer;

    private AvroSerde(Serializer<T> serializer, Deserializer<T> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** A serde for topics: the subject is that of the topic that is written. */
    public static <T extends SpecificRecord> AvroSerde<T> of(AvroCodec codec, Class<T> type) {
        return new AvroSerde<>(
                (topic, value) -> value == null ? null : codec.encode(topic, value),
                (topic, bytes) -> bytes == null ? null : codec.decode(bytes, type));
    }

    /** A serde for state stores: the subject is that of states, whatever the name of the store's changelog. */
    public static <T extends SpecificRecord> AvroSerde<T> state(AvroCodec codec, Class<T> type) {
        return new AvroSerde<>(
                (topic, value) -> value == null ? null : codec.encode(Topic.STORES, value),
                (topic, bytes) -> bytes == null ? null : codec.decode(bytes, type));
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
