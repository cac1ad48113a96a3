package com.fusioncommerce.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * All message types of the platform with their metadata. A build step ({@link MessageIndex}) lists the messages of a
 * module in its jar; the lists of all jars on the class path are merged.
 */
public final class Messages {
    /** Resource that lists a module's message classes, one name a line. */
    static final String INDEX = "META-INF/fusioncommerce/messages";

    private static final Map<Class<? extends SpecificRecord>, MessageType> ALL = load();

    private Messages() {}

    /** All message types, domain by domain. */
    public static List<MessageType> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * The metadata of a message.
     *
     * @throws IllegalArgumentException if the type is only a part of messages
     */
    public static MessageType of(Class<? extends SpecificRecord> type) {
        MessageType message = ALL.get(type);
        if (message == null) {
            throw new IllegalArgumentException(type.getName() + " declares no @kind, or is in no " + INDEX);
        }
        return message;
    }

    /** The name under which users know a message: the CloudEvents type, such as {@code order.created}. */
    public static String nameOf(Class<? extends SpecificRecord> type) {
        return of(type).name();
    }

    /** Types of records in state stores: the registry has them under one topic name, whatever application holds the store. */
    public static List<Class<? extends SpecificRecord>> stored() {
        return ALL.values().stream()
                .filter(MessageType::isStored)
                .<Class<? extends SpecificRecord>>map(MessageType::type)
                .toList();
    }

    private static Map<Class<? extends SpecificRecord>, MessageType> load() {
        Map<Class<? extends SpecificRecord>, MessageType> all = new LinkedHashMap<>();
        ClassLoader loader = Messages.class.getClassLoader();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
                    for (String name : lines.lines().toList()) {
                        Class<? extends SpecificRecord> type =
                                Class.forName(name, false, loader).asSubclass(SpecificRecord.class);
                        MessageType.of(type).ifPresent(message -> all.put(type, message));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lists of messages cannot be read", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a list of messages names a class that is not there: build anew", e);
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("no " + INDEX + " is on the class path: build with Maven");
        }
        return Collections.unmodifiableMap(all);
    }
}
