package com.fusioncommerce.trials.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of a topic, decoded by the schema it was written with.
 *
 * @param record as Kafka has it
 * @param key {@code tenant/id}
 * @param value its fields, by name
 */
record Message(ConsumerRecord<byte[], byte[]> record, String key, GenericRecord value) {

    /** Its CloudEvents id, or null. */
    String id() {
        return header("ce_id");
    }

    /** Its CloudEvents type, or null. */
    String type() {
        return header("ce_type");
    }

    /** The id of the message that caused it, or null. */
    String causation() {
        return header("causationid");
    }

    String correlation() {
        return header("correlationid");
    }

    /** A header as text, or null. */
    String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    String tenant() {
        return key.substring(0, key.indexOf('/'));
    }

    String text(String field) {
        return String.valueOf(value.get(field));
    }

    long number(String field) {
        return ((Number) value.get(field)).longValue();
    }

    GenericRecord part(String field) {
        return (GenericRecord) value.get(field);
    }

    /** Texts of a list. */
    List<String> texts(String field) {
        return ((List<?>) value.get(field)).stream().map(String::valueOf).toList();
    }

    /** Records of a list. */
    List<GenericRecord> parts(String field) {
        return ((List<?>) value.get(field))
                .stream().map(GenericRecord.class::cast).toList();
    }

    /** Where it stands, as {@code topic-partition@offset}. */
    String place() {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /** When it was written, milliseconds since the epoch. */
    long time() {
        return record.timestamp();
    }
}
