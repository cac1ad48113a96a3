package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/**
 * The events that a group listens to in a topic of another group or job.
 *
 * @param topic the topic
 * @param names of the events, as in {@link MessageHeaders#TYPE}
 */
record ForeignEvents(Topic topic, Set<String> names) {
    static ForeignEvents of(Topic topic, Set<Class<?>> types) {
        return new ForeignEvents(
                topic,
                types.stream()
                        .map(type -> Messages.nameOf(type.asSubclass(SpecificRecord.class)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a record can be skipped undecoded. A record without a type header cannot. */
    boolean passesOver(Headers headers) {
        String name = MessageHeaders.text(headers, MessageHeaders.TYPE, null);
        return name != null && !names.contains(name);
    }
}
