package com.fusioncommerce.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue of all topics of the platform, derived from the messages that they carry. */
public final class Topics {
    /**
     * Number of partitions of every topic keyed by an aggregate: these topics are co-partitioned, so one task can join
     * them.
     */
    public static final int PARTITIONS = 4;

    /** Number of partitions of the outcomes topic, and so of API instances that can have one of their own. */
    public static final int REPLY_PARTITIONS = 16;

    private static final Duration COMMANDS_KEPT = Duration.ofDays(7);
    private static final Duration OUTCOMES_KEPT = Duration.ofHours(1);

    private static final Map<String, Topic> ALL = derive(Messages.all());

    /** The topic of outcomes, each in the reply partition that the command's sender chose. */
    public static final Topic OUTCOMES = named("commands.outcomes");

    private Topics() {}

    /** Every topic, in the order in which they are created. */
    public static List<Topic> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * A topic by its name.
     *
     * @throws IllegalArgumentException if no message goes to such a topic
     */
    public static Topic named(String name) {
        Topic topic = ALL.get(name);
        if (topic == null) {
            throw new IllegalArgumentException("no message goes to a topic " + name);
        }
        return topic;
    }

    /** The topic of a domain's commands. */
    public static Topic commands(String domain) {
        return named(domain + ".commands");
    }

    /** The topic of a domain's events. */
    public static Topic events(String domain) {
        return named(domain + ".events");
    }

    /** The topics with events that are streamed to heads, sorted by name. */
    public static List<Topic> published() {
        return Messages.all().stream()
                .filter(MessageType::isPublished)
                .map(message -> message.topic().orElseThrow())
                .distinct()
                .sorted()
                .map(Topics::named)
                .toList();
    }

    private static Map<String, Topic> derive(List<MessageType> messages) {
        List<MessageType> requests = ofKind(messages, MessageType.Kind.REQUEST);
        List<MessageType> notices = ofKind(messages, MessageType.Kind.NOTICE);
        Map<String, List<MessageType>> byTopic = messages.stream()
                .filter(message -> message.topic().isPresent())
                .collect(Collectors.groupingBy(
                        message -> message.topic().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Topic> topics = new LinkedHashMap<>();
        byTopic.forEach((name, carried) -> {
            // Only a domain that takes commands can refuse one.
            boolean takesCommands = byTopic.containsKey(carried.get(0).domain() + ".commands");
            topics.put(name, topic(name, carried, requests, takesCommands ? notices : List.of()));
        });
        return topics;
    }

    private static List<MessageType> ofKind(List<MessageType> messages, MessageType.Kind kind) {
        return messages.stream().filter(message -> message.kind() == kind).toList();
    }

    private static Topic topic(
            String name, List<MessageType> own, List<MessageType> requests, List<MessageType> notices) {
        MessageType first = own.get(0);
        Topic.Kind kind =
                switch (first.kind()) {
                    case COMMAND -> Topic.Kind.COMMAND;
                    case EVENT -> Topic.Kind.EVENT;
                    case STATE -> Topic.Kind.STATE;
                    case OUTCOME -> Topic.Kind.OUTCOME;
                    case FACT -> Topic.Kind.FACT;
                    case REQUEST, NOTICE ->
                        throw new IllegalStateException(name + " carries only what every topic does");
                };
        List<MessageType> carried = new ArrayList<>(own);
        if (kind == Topic.Kind.COMMAND) {
            carried.addAll(requests);
        } else if (kind == Topic.Kind.EVENT) {
            carried.addAll(notices);
        }
        return new Topic(
                name,
                kind,
                String.join(", or ", distinct(carried, message -> List.of(message.key()))),
                carried.stream()
                        .<Class<? extends SpecificRecord>>map(MessageType::type)
                        .toList(),
                kind == Topic.Kind.OUTCOME ? REPLY_PARTITIONS : PARTITIONS,
                switch (kind) {
                    case COMMAND -> COMMANDS_KEPT;
                    case OUTCOME -> OUTCOMES_KEPT;
                    case EVENT, STATE, FACT -> null;
                },
                kind == Topic.Kind.STATE,
                distinct(carried, MessageType::writers),
                distinct(carried, MessageType::readers),
                switch (kind) {
                    case COMMAND -> "Commands to the domain " + first.domain() + ".";
                    case EVENT -> "What happened in the domain " + first.domain() + ".";
                    case STATE, OUTCOME, FACT -> first.description();
                });
    }

    private static List<String> distinct(List<MessageType> messages, Function<MessageType, Collection<String>> part) {
        return messages.stream()
                .flatMap(message -> part.apply(message).stream())
                .distinct()
                .toList();
    }
}
