package com.fusioncommerce.streams.kernel.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.KeyedRequest;
import com.fusioncommerce.schemas.common.RepeatAnswer;
import com.fusioncommerce.schemas.logs.LogFields;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Key;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Processes a group's records: decode, deduplicate, cascade, write. A record that cannot be read, or whose decider
 * throws, becomes a dead letter and stops nothing; exceptions of Kafka are rethrown.
 */
final class GroupProcessor implements Processor<byte[], byte[], Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(GroupProcessor.class);

    private final Group group;
    private final AvroCodec codec;
    private final KernelConfig config;
    private final Map<String, Domain> commandTopics;
    private final Map<String, ForeignEvents> foreignTopics;
    private final ActiveStores active;
    private final TaskObserver observer;

    private ProcessorContext<Object, Object> context;
    private Writes writes;
    private TaskStores stores;
    private Output output;
    private OutcomeReplies answers;
    private TaskClock clock;
    private Cascades cascades;
    private DeadlineWatch deadlines;

    GroupProcessor(
            Group group,
            AvroCodec codec,
            KernelConfig config,
            Map<String, Domain> commandTopics,
            Map<String, ForeignEvents> foreignTopics,
            ActiveStores active,
            TaskObserver observer) {
        this.observer = observer;
        this.group = group;
        this.codec = codec;
        this.config = config;
        this.commandTopics = commandTopics;
        this.foreignTopics = foreignTopics;
        this.active = active;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        writes = new Writes();
        stores = TaskStores.open(context, group, codec, config, writes);
        output = new Output(context, group, codec, config, writes, observer);
        answers = new OutcomeReplies(stores, output, codec);
        clock = new TaskClock(context);
        int partition = context.taskId().partition();
        cascades = new Cascades(group, partition, codec, stores, output, answers, clock);
        deadlines = new DeadlineWatch(context, config, codec, cascades, writes);
        deadlines.begin();
        context.schedule(
                config.purgeInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                time -> stores.maintain(time, config.purgeBatch()));
        stores.byKey().forEach((name, store) -> active.opened(name, partition, store));
    }

    @Override
    public void close() {
        if (stores != null) {
            int partition = context.taskId().partition();
            stores.byKey().forEach((name, store) -> active.closed(name, partition, store));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        clock.tick();
        try {
            handle(message, from);
        } catch (MalformedRecordException | SerializationException | DeciderFailedException e) {
            writes.drop();
            LOG.warn("{}-{}@{} goes to dead letters", from.topic(), from.partition(), from.offset(), e);
            output.deadLetter(message, from, e);
            if (e instanceof DeciderFailedException failed) {
                failed.asked().ifPresent(asked -> answers.failed(asked, clock.now()));
            }
        } finally {
            MDC.remove(LogFields.CORRELATION_ID);
            MDC.remove(LogFields.TENANT);
        }
        // Everything has been decided and encoded by now: a failed message has left nothing but its dead letter.
        writes.apply();
        deadlines.begin();
        if (PolledRecords.lastProcessed()) {
            context.commit();
        }
    }

    private void handle(Record<byte[], byte[]> message, RecordMetadata from) {
        Domain domain = commandTopics.get(from.topic());
        if (domain == null && foreignTopics.get(from.topic()).passesOver(message.headers())) {
            return;
        }
        Key key = key(message);
        Cause cause = Envelope.cause(key, message.headers());
        MDC.put(LogFields.CORRELATION_ID, cause.correlationId());
        MDC.put(LogFields.TENANT, key.tenant());
        SpecificRecord value = decode(message);
        if (domain == null) {
            react(foreignTopics.get(from.topic()).topic(), key, value, cause, message);
            return;
        }
        Asked asked = Asked.of(domain, key, cause, message.headers(), from);
        if (value instanceof KeyedRequest request) {
            request(asked, request, cause);
        } else if (value instanceof RepeatAnswer repeat) {
            answers.repeat(asked.forCommand(repeat.getCommandId()), clock.now());
        } else {
            command(asked, value, cause, Sender.of(message.headers()));
        }
    }

    /**
     * Handles a request with an idempotency key. The first one is carried out in its aggregate's partition; repeated
     * ones get the first one's answer from there, whatever aggregate they name.
     */
    private void request(Asked sent, KeyedRequest request, Cause cause) {
        String key = sent.target().key().toString();
        Asked asked = sent.by(request);
        Claim claim = stores.claims().get(key, clock.now());
        if (claim == null) {
            SpecificRecord command = codec.decode(Envelope.bytes(request.getCommand()));
            if (isHere(asked.target())) {
                command(asked, command, cause, null);
            } else {
                output.forward(asked, command, cause, clock.now());
            }
            // The claim comes last: a command that failed here has claimed nothing, and can be sent again.
            stores.claims().put(key, asked.claim(request, clock.now()));
        } else if (!claim.getRequestHash().equals(request.getRequestHash())) {
            answers.reused(asked, clock.now());
        } else {
            repeat(asked.forFirst(claim), cause);
        }
    }

    private void repeat(Asked first, Cause cause) {
        if (isHere(first.target())) {
            answers.repeat(first, clock.now());
        } else {
            output.forward(first, new RepeatAnswer(first.commandId()), cause, clock.now());
        }
    }

    private boolean isHere(Cascade.Target target) {
        return target.domain().commands().partitionOf(target.key().toString())
                == context.taskId().partition();
    }

    private void command(Asked asked, SpecificRecord command, Cause cause, Sender sender) {
        CommandOutcome known = stores.outcomes().get(asked.tenant(), asked.commandId());
        if (known != null) {
            answers.repeat(asked, known);
            return;
        }
        Cascade cascade = cascades.begin();
        try {
            Decision decision = cascade.run(asked.target(), command, cause, sender);
            cascades.write(cascade);
            answers.answer(asked, command, decision, cascade, clock.now());
            DecisionTrail.decided(asked.target().key(), command, cause, decision, cascade);
        } catch (RuntimeException e) {
            throw Cascades.failure(e, command, Optional.of(asked));
        }
    }

    /** Reacts to an event of another group or job. It may be repeated, but causes its commands once. */
    private void react(Topic source, Key key, SpecificRecord event, Cause cause, Record<byte[], byte[]> message) {
        String tenant = key.tenant();
        String seenAs = Envelope.eventId(message.headers(), cause);
        if (stores.outcomes().get(tenant, seenAs) != null) {
            return;
        }
        Cascade cascade = cascades.begin();
        try {
            cascade.react(source, key, event, cause, Envelope.time(message.headers(), message.timestamp()));
            cascades.write(cascade);
            if (cascade.setInMotion()) {
                stores.outcomes().put(tenant, OutcomeReplies.seen(seenAs, key.toString(), clock.now()));
            }
            DecisionTrail.reacted(key, event, cause, cascade);
        } catch (RuntimeException e) {
            throw Cascades.failure(e, event, Optional.empty());
        }
    }

    private SpecificRecord decode(Record<byte[], byte[]> message) {
        if (message.value() == null) {
            throw new MalformedRecordException("no value");
        }
        return codec.decode(message.value());
    }

    private static Key key(Record<byte[], byte[]> message) {
        if (message.key() == null) {
            throw new MalformedRecordException("no key");
        }
        try {
            return Key.parse(new String(message.key(), UTF_8));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(e.getMessage());
        }
    }
}
