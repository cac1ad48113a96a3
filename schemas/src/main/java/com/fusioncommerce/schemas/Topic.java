package com.fusioncommerce.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the catalogue.
 *
 * @param name its name
 * @param kind kind of its records
 * @param key what its key holds, for people
 * @param values record types it carries; the schema registry has one subject for each ({@code TopicRecordNameStrategy})
 * @param partitions number of partitions
 * @param retention how long records are kept; null for ever
 * @param compacted whether only the newest record of a key is kept
 * @param writers applications that write it
 * @param readers applications that read it
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

    /** Name used instead of a topic's in the subjects of records in state stores. */
    public static final String STORES = "state";

    /** The kinds of topics, by what their records are. */
    public enum Kind {
        /** Requests to change state, decided once. */
        COMMAND,
        /** Changes of state that happened, kept for ever. */
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

    /** Compares names, which are unique: comparing all fields would slow down every message. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Topic topic && topic.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The registry subject of one of the topic's record types. */
    public String subject(Class<? extends SpecificRecord> value) {
        return subject(name, value.getName());
    }

    /** The registry subject of a record type in a topic. */
    public static String subject(String topic, String recordFullName) {
        return topic + "-" + recordFullName;
    }

    /** The topic's domain: its name up to the first dot. */
    public String domain() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The topic of this topic's dead letters. */
    public String deadLetters() {
        return DeadLetters.of(name);
    }

    /** Configuration to create the topic with, under Kafka's names: cleanup policy and retention. */
    public Map<String, String> settings() {
        String kept = retention == null ? "-1" : String.valueOf(retention.toMillis());
        return Map.of("cleanup.policy", compacted ? "compact" : "delete", "retention.ms", kept);
    }

    /** The partition of a key in this topic. */
    public int partitionOf(String recordKey) {
        return Partitions.of(recordKey, partitions);
    }
}
