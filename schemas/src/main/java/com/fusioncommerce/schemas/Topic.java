package com.fusioncommerce.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic, as the catalogue declares it.
 *
 * @param name its name
 * @param kind what its records are to their readers
 * @param key what its key holds, for people
 * @param values record types it carries; the schema registry has one subject for each ({@code TopicRecordNameStrategy})
 * @param partitions how many
 * @param retention how long records are kept; null for ever
 * @param compacted whether only the newest record of a key is kept
 * @param writers who writes it
 * @param readers who reads it
 * @param description a sentence for the event catalogue
 */
public record Topic(
        String name,
        Kind kind,
        String key,
        List<Class<? extends SpecificRecord>> values,
        int partitions,
        Duration retention,
        boolean compacted,
        List<String> writers,
        List<String> readers,
        String description) {

    /** Stands in for a topic's name in the subjects of records that lie in state stores. */
    public static final String STORES = "state";

    /** The kinds of topics, by what their records are. */
    public enum Kind {
        /** Wishes, decided once. */
        COMMAND,
        /** Facts about the past, kept for ever. */
        EVENT,
        /** The newest state of each key. */
        STATE,
        /** Answers to commands. */
        OUTCOME,
        /** Flat rows for analysts. */
        FACT
    }

    /** Copies the lists. */
    public Topic {
        values = List.copyOf(values);
        writers = List.copyOf(writers);
        readers = List.copyOf(readers);
    }

    /** A name means one topic; comparing all that is declared of it would cost every message. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Topic topic && topic.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The registry subject of one of its record types. */
    public String subject(Class<? extends SpecificRecord> value) {
        return subject(name, value.getName());
    }

    /** The registry subject of a record type in a topic. */
    public static String subject(String topic, String recordFullName) {
        return topic + "-" + recordFullName;
    }

    /** The domain that it belongs to: its name up to the first dot. */
    public String domain() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The topic that holds what could not be read from this one. */
    public String deadLetters() {
        return DeadLetters.of(name);
    }

    /** Settings to make the topic with, under Kafka's names: how long its records are kept, and which of them. */
    public Map<String, String> settings() {
        String kept = retention == null ? "-1" : String.valueOf(retention.toMillis());
        return Map.of("cleanup.policy", compacted ? "compact" : "delete", "retention.ms", kept);
    }

    /** The partition of a key in this topic. */
    public int partitionOf(String recordKey) {
        return Partitions.of(recordKey, partitions);
    }
}
