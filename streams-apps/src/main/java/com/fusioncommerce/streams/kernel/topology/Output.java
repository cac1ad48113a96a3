package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.kernel.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Everything that leaves a group's task. */
final class Output {
    private static final Headers NONE = new RecordHeaders();

    private final ProcessorContext<Object, Object> context;
    private final Group group;
    private final AvroCodec codec;
    private final String application;
    private final EventHeaders eventHeaders;
    private final Map<String, String> sinks = new HashMap<>();

    Output(ProcessorContext<Object, Object> context, Group group, AvroCodec codec, KernelConfig config) {
        this.context = context;
        this.group = group;
        this.codec = codec;
        this.application = config.application();
        this.eventHeaders = new EventHeaders("/" + application + "/" + group.name());
    }

    /** A message, ready for its sink. */
    record Encoded(Record<Object, Object> message, String sink) {}

    /** Encodes what a cascade sends: events, commands for other partitions, published states. */
    List<Encoded> encode(Cascade cascade, long now) {
        List<Encoded> encoded = new ArrayList<>(cascade.events.size() + cascade.remote.size());
        for (Cascade.Sent sent : cascade.events) {
            encoded.add(encode(sent, now));
        }
        for (Cascade.Sent sent : cascade.remote) {
            encoded.add(encode(sent, now));
        }
        cascade.states.forEach((state, value) -> state.aggregate()
                .published()
                .ifPresent(topic -> encoded.add(encoded(topic, state.key(), value, now, NONE))));
        return encoded;
    }

    void send(Encoded encoded) {
        context.forward(encoded.message(), encoded.sink());
    }

    /** Sends an outcome to where it is waited for; where nobody waits it is in the store all the same. */
    void outcome(CommandOutcome outcome) {
        if (outcome.getReplyPartition() >= 0) {
            Reply reply = new Reply(
                    outcome.getReplyPartition() % Topics.REPLY_PARTITIONS,
                    codec.encode(Topics.OUTCOMES.name(), outcome));
            context.forward(
                    new Record<>(outcome.getKey(), reply, outcome.getDecidedAt(), NONE),
                    Names.sink(group.name(), Topics.OUTCOMES));
        }
    }

    /** Sends a command, or the question for its answer, to the partition of its aggregate, with who waits for it. */
    void forward(Asked asked, SpecificRecord command, Cause cause, long now) {
        Cascade.Target target = asked.target();
        Headers headers = eventHeaders.of(target.key(), command, cause, cause.id(), now);
        Envelope.add(headers, MessageHeaders.CLAIM, asked.claim());
        Envelope.add(
                headers, MessageHeaders.REQUEST_HASH, HexFormat.of().formatHex(Envelope.bytes(asked.requestHash())));
        if (asked.replyPartition() >= 0) {
            Envelope.add(headers, MessageHeaders.REPLY_PARTITION, Integer.toString(asked.replyPartition()));
        }
        send(encoded(target.domain().commands(), target.key(), command, now, headers));
    }

    void deadLetter(Record<byte[], byte[]> message, RecordMetadata from, String reason) {
        Headers headers = new RecordHeaders(message.headers().toArray());
        Envelope.add(headers, DeadLetters.TOPIC, from.topic());
        Envelope.add(headers, DeadLetters.PARTITION, Integer.toString(from.partition()));
        Envelope.add(headers, DeadLetters.OFFSET, Long.toString(from.offset()));
        Envelope.add(headers, DeadLetters.REASON, reason);
        Envelope.add(headers, DeadLetters.APPLICATION, application);
        context.forward(
                new Record<>(message.key(), message.value(), message.timestamp(), headers),
                Names.deadLetterSink(group.name()));
    }

    private Encoded encode(Cascade.Sent sent, long now) {
        return encoded(
                sent.topic(),
                sent.key(),
                sent.message(),
                now,
                eventHeaders.of(sent.key(), sent.message(), sent.cause(), sent.causationId(), now));
    }

    private Encoded encoded(Topic topic, String key, SpecificRecord value, long now, Headers headers) {
        return new Encoded(
                new Record<>(key, codec.encode(topic.name(), value), now, headers),
                sinks.computeIfAbsent(topic.name(), any -> Names.sink(group.name(), topic)));
    }
}
