package com.fusioncommerce.streams.kernel.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.kernel.Group;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Output of a group's task: messages are encoded at once and sent with the other writes of their cause. */
final class Output {
    private static final Headers NONE = new RecordHeaders();

    private final ProcessorContext<Object, Object> context;
    private final Group group;
    private final AvroCodec codec;
    private final String application;
    private final EventHeaders eventHeaders;
    private final Map<String, String> sinks = new HashMap<>();
    private final Writes writes;
    private final TaskObserver observer;

    Output(
            ProcessorContext<Object, Object> context,
            Group group,
            AvroCodec codec,
            KernelConfig config,
            Writes writes,
            TaskObserver observer) {
        this.context = context;
        this.observer = observer;
        this.writes = writes;
        this.group = group;
        this.codec = codec;
        this.application = config.application();
        this.eventHeaders = new EventHeaders("/" + application + "/" + group.name());
    }

    /** Sends an event, or a command for another partition. */
    void send(Cascade.Sent sent, long now) {
        Headers headers =
                eventHeaders.of(sent.key(), sent.message(), sent.cause(), sent.causationId(), now, sent.customer());
        if (sent.sender() != null) {
            Envelope.add(headers, MessageHeaders.SENT_BY, sent.sender().header());
        }
        send(sent.topic(), sent.key().toString(), codec.encode(sent.topic().name(), sent.message()), now, headers);
        if (sent.topic().kind() == Topic.Kind.EVENT) {
            writes.add(() -> observer.event(sent.message()));
        }
    }

    /** Publishes a state to its topic; {@code stored} are its bytes in the store. */
    void publish(Topic topic, String key, SpecificRecord state, byte[] stored, long now) {
        send(topic, key, codec.readdress(topic.name(), state, stored), now, NONE);
    }

    /** Sends an outcome to its reply partition; without one it is in the store only. */
    void outcome(CommandOutcome outcome) {
        if (outcome.getReplyPartition() >= 0) {
            Reply reply = new Reply(
                    outcome.getReplyPartition() % Topics.REPLY_PARTITIONS,
                    codec.encode(Topics.OUTCOMES.name(), outcome));
            forward(
                    new Record<>(outcome.getKey(), reply, outcome.getDecidedAt(), NONE),
                    Names.sink(group.name(), Topics.OUTCOMES));
        }
    }

    /**
     * Sends a command, or the request to repeat its answer, to its aggregate's partition, with the sender's reply
     * partition.
     */
    void forward(Asked asked, SpecificRecord command, Cause cause, long now) {
        Cascade.Target target = asked.target();
        Headers headers = eventHeaders.of(target.key(), command, cause, cause.id(), now, null);
        Envelope.add(headers, MessageHeaders.CLAIM, asked.claim());
        Envelope.add(
                headers, MessageHeaders.REQUEST_HASH, HexFormat.of().formatHex(Envelope.bytes(asked.requestHash())));
        if (asked.replyPartition() >= 0) {
            Envelope.add(headers, MessageHeaders.REPLY_PARTITION, Integer.toString(asked.replyPartition()));
        }
        Topic topic = target.domain().commands();
        send(topic, target.key().toString(), codec.encode(topic.name(), command), now, headers);
    }

    void deadLetter(Record<byte[], byte[]> message, RecordMetadata from, RuntimeException why) {
        Headers headers = new RecordHeaders(message.headers().toArray());
        Envelope.add(headers, DeadLetters.TOPIC, from.topic());
        Envelope.add(headers, DeadLetters.PARTITION, Integer.toString(from.partition()));
        Envelope.add(headers, DeadLetters.OFFSET, Long.toString(from.offset()));
        Envelope.add(headers, DeadLetters.REASON, why.getMessage());
        Envelope.add(headers, DeadLetters.APPLICATION, application);
        forward(
                new Record<>(message.key(), message.value(), message.timestamp(), headers),
                Names.deadLetterSink(group.name()));
        count(from.topic(), why);
    }

    /** Sends a failed deadline to dead letters as a command that can be sent again; a deadline has no offset. */
    void deadLetter(Deadlines.Due due, RuntimeException why, int partition, long now) {
        Cascade.Target target = due.target();
        Headers headers = new RecordHeaders();
        Envelope.add(headers, MessageHeaders.ID, due.id());
        Envelope.add(headers, MessageHeaders.TENANT, target.key().tenant());
        Envelope.add(headers, MessageHeaders.CORRELATION_ID, due.id());
        Envelope.add(headers, DeadLetters.TOPIC, target.domain().commands().name());
        Envelope.add(headers, DeadLetters.PARTITION, Integer.toString(partition));
        Envelope.add(headers, DeadLetters.REASON, why.getMessage());
        Envelope.add(headers, DeadLetters.APPLICATION, application);
        forward(
                new Record<>(target.key().toString().getBytes(UTF_8), due.command(), now, headers),
                Names.deadLetterSink(group.name()));
        count(target.domain().commands().name(), why);
    }

    private void count(String topic, RuntimeException why) {
        TaskObserver.DeadLetterKind kind;
        if (why instanceof MalformedRecordException) {
            kind = TaskObserver.DeadLetterKind.MALFORMED;
        } else if (why instanceof DeciderFailedException) {
            kind = TaskObserver.DeadLetterKind.FAILED;
        } else {
            kind = TaskObserver.DeadLetterKind.UNREADABLE;
        }
        writes.add(() -> observer.deadLetter(topic, kind));
    }

    private void send(Topic topic, String key, byte[] value, long now, Headers headers) {
        forward(
                new Record<>(key, value, now, headers),
                sinks.computeIfAbsent(topic.name(), any -> Names.sink(group.name(), topic)));
    }

    private void forward(Record<Object, Object> message, String sink) {
        writes.add(() -> context.forward(message, sink));
    }
}
