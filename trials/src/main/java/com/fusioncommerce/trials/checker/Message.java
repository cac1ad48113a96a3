package com.fusioncommerce.trials.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of a topic, decoded with its writer schema.
 *
 * @param record the Kafka record
 * @param key {@code tenant/id}
 * @param value the decoded fields
 */
record Message(ConsumerRecord<byte[], byte[]> record, String key, GenericRecord value) {

    /** The CloudEvents id, or null. */
    String id() {
        return header("ce_id");
    }

    /** The CloudEvents type, or null. */
    String type() {
        return header("ce_type");
    }

    /** The id of the causing message, or null. */
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

    /** The texts of a list field. */
    List<String> texts(String field) {
        return ((List<?>) value.get(field)).stream().map(String::valueOf).toList();
    }

    /** The records of a list field. */
    List<GenericRecord> parts(String field) {
        return ((List<?>) value.get(field))
                .stream().map(GenericRecord.class::cast).toList();
    }

    /** The record's place, as {@code topic-partition@offset}. */
    String place() {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /** The record's timestamp, milliseconds since the epoch. */
    long time() {
        return record.timestamp();
    }
}
