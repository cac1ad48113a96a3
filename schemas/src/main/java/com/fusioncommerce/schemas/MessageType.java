package com.fusioncommerce.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Metadata of a message, from properties in its {@code .avdl} that Avro keeps in the schema. The domain is the last
 * segment of the namespace.
 *
 * @param type the message's class
 * @param kind {@code @kind}
 * @param name the name that users see: {@code @event} of an event, the schema's name of all others
 * @param isPublished whether an event is streamed to heads: {@code @published}
 * @param isStored whether state stores hold it: all states, and what has {@code @stored(true)}
 * @param topic its topic; empty where only stores hold it, or every command or event topic carries it
 * @param key what the record key holds, for people: {@code @key}
 * @param writers applications: {@code @writers}, or the facts job for facts and the commerce application for others
 * @param readers applications: {@code @readers}, and those that read every message of its kind
 */
public record MessageType(
        Class<? extends SpecificRecord> type,
        Kind kind,
        String name,
        boolean isPublished,
        boolean isStored,
        Optional<String> topic,
        String key,
        List<String> writers,
        List<String> readers) {
    private static final String API = "api";
    private static final String COMMERCE = "commerce";
    private static final String FACTS_JOB = "facts";
    private static final String DRUID = "druid";

    /** The kinds of messages. */
    public enum Kind {
        /** A request to change state, decided once; in {@code <domain>.commands}. */
        COMMAND,
        /** A request that the kernel itself handles; in every command topic. */
        REQUEST,
        /** A change of state that happened; in {@code <domain>.events}. */
        EVENT,
        /** An event of the kernel itself; in the events of domains with commands. */
        NOTICE,
        /**
         * A record of a state store; with a {@code @topic}, that compacted topic holds the newest state of each key
         * too.
         */
        STATE,
        /** The answer to a command; in the topic of its {@code @topic}. */
        OUTCOME,
        /** A flat row for analysts; in the topic of its {@code @topic}. */
        FACT
    }

    /** Copies the lists. */
    public MessageType {
        writers = List.copyOf(writers);
        readers = List.copyOf(readers);
    }

    /**
     * Reads the metadata of a record type; empty if it declares no kind, since it is then only a part of messages.
     *
     * @throws IllegalStateException if a property is missing or has an unknown value
     */
    static Optional<MessageType> of(Class<? extends SpecificRecord> type) {
        Schema schema = SchemaRegistry.schemaOf(type);
        return text(schema, "kind").map(kind -> read(type, schema, kind(schema, kind)));
    }

    private static MessageType read(Class<? extends SpecificRecord> type, Schema schema, Kind kind) {
        String domain = domain(schema.getNamespace());
        Optional<String> topic =
                switch (kind) {
                    case COMMAND -> Optional.of(domain + ".commands");
                    case EVENT -> Optional.of(domain + ".events");
                    case OUTCOME, FACT -> Optional.of(required(schema, "topic"));
                    case STATE -> text(schema, "topic");
                    case REQUEST, NOTICE -> Optional.empty();
                };
        boolean published = kind == Kind.EVENT && flag(schema, "published");
        List<String> writers = list(schema, "writers");
        return new MessageType(
                type,
                kind,
                kind == Kind.EVENT || kind == Kind.NOTICE ? required(schema, "event") : schema.getName(),
                published,
                kind == Kind.STATE || flag(schema, "stored"),
                topic,
                required(schema, "key"),
                writers.isEmpty() ? List.of(kind == Kind.FACT ? FACTS_JOB : COMMERCE) : writers,
                readers(schema, kind, published));
    }

    private static List<String> readers(Schema schema, Kind kind, boolean published) {
        List<String> always =
                switch (kind) {
                    case COMMAND, REQUEST, NOTICE, STATE -> List.of(COMMERCE);
                    case EVENT -> published ? List.of(API) : List.of();
                    case OUTCOME -> List.of(API);
                    case FACT -> List.of(DRUID);
                };
        return Stream.concat(always.stream(), list(schema, "readers").stream())
                .distinct()
                .toList();
    }

    /** The message's domain. */
    public String domain() {
        return domain(type.getPackageName());
    }

    /** Whether callers of the API can send this message: the API is one of its writers. */
    public boolean isAskedFor() {
        return writers.contains(API);
    }

    /** The documentation of the message's schema. */
    public String description() {
        return SchemaRegistry.schemaOf(type).getDoc();
    }

    private static String domain(String namespace) {
        return namespace.substring(namespace.lastIndexOf('.') + 1);
    }

    private static Kind kind(Schema schema, String word) {
        try {
            return Kind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    schema.getFullName() + ": @kind is '" + word + "', not one of " + List.of(Kind.values()), e);
        }
    }

    private static Optional<String> text(Schema schema, String property) {
        return Optional.ofNullable(schema.getObjectProp(property)).map(Object::toString);
    }

    private static String required(Schema schema, String property) {
        return text(schema, property)
                .orElseThrow(() -> new IllegalStateException(schema.getFullName() + " says no @" + property));
    }

    private static boolean flag(Schema schema, String property) {
        return Boolean.TRUE.equals(schema.getObjectProp(property));
    }

    private static List<String> list(Schema schema, String property) {
        return schema.getObjectProp(property) instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }
}
