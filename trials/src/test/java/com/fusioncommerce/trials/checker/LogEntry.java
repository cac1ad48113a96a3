package com.fusioncommerce.trials.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record to be written to a log. */
record LogEntry(Topic topic, String key, Map<String, String> headers, SpecificRecord value, long at) {
    LogEntry(Topic topic, String key, Map<String, String> headers, SpecificRecord value) {
        this(topic, key, headers, value, System.currentTimeMillis());
    }

    static LogEntry of(Topic topic, String key, String type, String id, String causation, SpecificRecord value) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("causationid", causation);
        return new LogEntry(topic, key, headers, value);
    }

    boolean is(String type, String keyPart) {
        return type.equals(headers.get("ce_type")) && key.contains(keyPart);
    }

    LogEntry with(SpecificRecord other) {
        return new LogEntry(topic, key, headers, other, at);
    }

    LogEntry withId(String id) {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.put("ce_id", id);
        return new LogEntry(topic, key, others, value, at);
    }

    /** The record with an earlier timestamp. */
    LogEntry earlier(Duration by) {
        return new LogEntry(topic, key, headers, value, at - by.toMillis());
    }

    ProducerRecord<byte[], byte[]> record(byte[] encoded) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.name(), topic.partitionOf(key), at, key.getBytes(UTF_8), encoded);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
