package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.KeyedRequest;
import com.fusioncommerce.schemas.logs.Trail;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands and awaits their outcomes without a blocked thread: the waiter is registered, the command is sent, and
 * its outcome, read back as committed, completes the waiter's future. Safe for threads.
 */
public final class CommandGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandGateway.class);
    /** Path prefix of the status of commands by token. */
    public static final String STATUS = "/v1/commands/";

    private static final long MOST_BYTES = 16 << 20;
    private static final String SOURCE = "/api";
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Settings settings;
    private final AvroCodec codec;
    private final Clock clock;
    private final Capacity capacity;
    private final Admission admission;
    private final ByteBudget bytes = new ByteBudget(MOST_BYTES);
    private final CommandTokens tokens;
    private final Waiters waiters = new Waiters();
    private final Producer<byte[], byte[]> producer;
    private final OutcomeReader reader;
    private volatile boolean draining;

    /**
     * Settings of the gateway.
     *
     * @param bootstrapServers Kafka's bootstrap servers
     * @param replyPartition this instance's partition of the outcomes topic
     * @param timeout how long a request waits for its outcome
     * @param mostUnderWay maximum pending commands
     * @param mostOfTenant maximum pending commands per tenant
     */
    public record Settings(
            String bootstrapServers, int replyPartition, Duration timeout, int mostUnderWay, int mostOfTenant) {}

    /** Creates the gateway; it is ready a moment after {@link #start}. */
    public CommandGateway(Settings settings, CommandTokens tokens, AvroCodec codec, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.codec = codec;
        this.clock = clock;
        this.capacity = new Capacity(settings.mostUnderWay(), settings.timeout().dividedBy(2), System.nanoTime());
        this.admission = new Admission(
                settings.mostUnderWay(), settings.mostOfTenant(), ProblemType.TOO_MANY_REQUESTS, capacity::share);
        this.producer = new KafkaProducer<>(
                config(settings.bootstrapServers()), new ByteArraySerializer(), new ByteArraySerializer());
        this.reader =
                new OutcomeReader(settings.bootstrapServers(), settings.replyPartition(), codec, waiters::complete);
    }

    /** Starts to read outcomes. */
    public void start() {
        reader.start();
    }

    /** Whether commands can be sent. */
    public boolean isReady() {
        return !draining && reader.isReady();
    }

    /** Refuses new commands, and waits for the outcomes of pending ones, at most for this time. */
    public void drain(Duration patience) {
        draining = true;
        long until = System.nanoTime() + patience.toNanos();
        while (underWay() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Number of pending commands. */
    public int underWay() {
        return admission.underWay();
    }

    /**
     * Refuses early if {@link #send} would refuse now.
     *
     * @throws ProblemException if a bound of pending commands is reached
     */
    public void requireRoom(Holder holder) {
        capacity.look(underWay(), System.nanoTime());
        admission.requireRoom(holder);
    }

    /**
     * Sends a command. The future holds its outcome, or nothing on timeout; it fails with a problem if the broker did
     * not acknowledge the command.
     *
     * @throws ProblemException if a bound of pending commands is reached, or the gateway is not ready
     */
    public CompletableFuture<Optional<CommandOutcome>> send(Command command) {
        if (!isReady()) {
            throw Problem.retryable(ProblemType.NOT_READY, "Commands are not taken yet.", 1)
                    .raised();
        }
        Holder sender = command.sender();
        ProducerRecord<byte[], byte[]> message = message(command);
        int size = message.value().length;
        enter(sender, size);
        Waiters.Awaited awaited = Waiters.Awaited.of(command);
        CompletableFuture<CommandOutcome> waiter = waiters.register(awaited);
        CompletableFuture<Optional<CommandOutcome>> answer = waiter.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((outcome, failure) -> {
                    if (failure == null && outcome.isPresent()) {
                        capacity.decided();
                    }
                    waiters.remove(awaited, waiter);
                    bytes.free(sender, size);
                    admission.leave(sender);
                });
        dispatch(command, message, waiter);
        if (Trail.isOn()) {
            Trail.step(
                    sender.tenant(),
                    command.correlationId(),
                    "accepted {} for {}",
                    command.payload().getClass().getSimpleName(),
                    Keys.id(command.key()));
        }
        return answer;
    }

    private void enter(Holder sender, int size) {
        admission.enter(sender);
        try {
            bytes.take(sender, size);
        } catch (ProblemException e) {
            admission.leave(sender);
            throw e;
        }
    }

    /** The state in an accepted command's answer, as of the command's decision. */
    public <S extends SpecificRecord> S shown(CommandOutcome outcome, Class<S> type) {
        ByteBuffer state = outcome.getState().duplicate();
        byte[] encoded = new byte[state.remaining()];
        state.get(encoded);
        return codec.decode(encoded, type);
    }

    private void dispatch(
            Command command, ProducerRecord<byte[], byte[]> message, CompletableFuture<CommandOutcome> waiter) {
        try {
            Future<RecordMetadata> sent = producer.send(message, (metadata, failure) -> {
                if (failure != null) {
                    waiter.completeExceptionally(notTaken(failure, command));
                }
            });
            LOG.trace("sent {}", sent);
        } catch (KafkaException e) {
            waiter.completeExceptionally(notTaken(e, command));
        }
    }

    /** The tokens for the status of commands. */
    public CommandTokens tokens() {
        return tokens;
    }

    /** The address of a command's status. */
    public String address(Command command) {
        Holder sender = command.sender();
        return STATUS + tokens.issue(sender.tenant(), sender.customer(), CommandToken.of(command));
    }

    private ProblemException notTaken(Exception failure, Command command) {
        if (failure instanceof RecordTooLargeException) {
            return ProblemException.of(ProblemType.BODY_TOO_LARGE, "The command is too large for the event log.");
        }
        LOG.warn("the log did not acknowledge a command", failure);
        return notAcknowledged(command, address(command));
    }

    /** The problem of an unacknowledged command: it tells the client where to read the command's status. */
    static ProblemException notAcknowledged(Command command, String address) {
        return Problem.retryable(
                        ProblemType.LOG_UNAVAILABLE,
                        "It may or may not have been taken: GET " + address + " tells what became of it, "
                                + (command.claim().isPresent()
                                        ? "and sent again with the same Idempotency-Key it happens once."
                                        : "pending as long as that is not known. With an Idempotency-Key it could be sent"
                                                + " again at once."),
                        1)
                .with("Location", address)
                .raised();
    }

    private ProducerRecord<byte[], byte[]> message(Command command) {
        String topic = command.topic().name();
        byte[] value = codec.encode(topic, command.payload());
        if (command.claim().isEmpty()) {
            return message(command, command.key(), command.payload(), value);
        }
        Command.Claim claim = command.claim().get();
        KeyedRequest request = new KeyedRequest(command.key(), claim.requestHash(), ByteBuffer.wrap(value));
        String key = Keys.of(Keys.tenant(command.key()), claim.id());
        return message(command, key, request, codec.encode(topic, request));
    }

    private ProducerRecord<byte[], byte[]> message(Command command, String key, SpecificRecord payload, byte[] value) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                command.topic().name(), command.topic().partitionOf(key), key.getBytes(UTF_8), value);
        header(message, MessageHeaders.SPEC_VERSION, "1.0");
        header(message, MessageHeaders.ID, command.id());
        header(message, MessageHeaders.TYPE, Messages.nameOf(payload.getClass()));
        header(message, MessageHeaders.SOURCE, SOURCE);
        header(message, MessageHeaders.TIME, clock.instant().toString());
        header(message, MessageHeaders.SUBJECT, Keys.id(key));
        header(message, MessageHeaders.TENANT, Keys.tenant(key));
        header(message, MessageHeaders.CORRELATION_ID, command.correlationId());
        header(message, MessageHeaders.CAUSATION_ID, command.correlationId());
        header(message, MessageHeaders.TRACE_PARENT, command.traceParent());
        header(message, MessageHeaders.ACTOR, command.actor());
        header(message, MessageHeaders.REPLY_PARTITION, Integer.toString(settings.replyPartition()));
        return message;
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }

    private static Map<String, Object> config(String bootstrapServers) {
        Map<String, Object> config = KafkaClients.client(bootstrapServers, "commands");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        // While a partition's leader moves, sends fail for seconds; a short backoff finds the new leader early.
        config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 200L);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * (int) KafkaClients.ANSWER.toMillis());
        return config;
    }

    /** Flushes sent commands and closes. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        reader.close();
    }
}
