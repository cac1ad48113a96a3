package com.fusioncommerce.streams;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.streams.kernel.topology.ActiveStores;
import com.fusioncommerce.streams.kernel.topology.KernelConfig;
import com.fusioncommerce.streams.kernel.topology.PolledRecords;
import com.fusioncommerce.streams.kernel.topology.StateCache;
import com.fusioncommerce.streams.kernel.topology.StateChanges;
import com.fusioncommerce.streams.kernel.topology.TaskObserver;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.StoreRef;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running commerce application: domains on Kafka Streams with exactly-once processing. */
public final class CommerceApplication implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommerceApplication.class);
    /** How long the outcome of a command can be read. */
    public static final Duration OUTCOMES_KEPT = KernelConfig.OUTCOMES_KEPT;

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);
    /**
     * Acceptable recovery lag in records: an instance with less lag gets active tasks at once. After seconds of absence
     * under load it is larger.
     */
    private static final long ACCEPTABLE_LAG = 100;

    private final KafkaStreams streams;
    private final Queries queries;
    private final StateChanges changes;
    private final LocalState state;
    private final AbandonedTransactions abandoned;
    private volatile boolean served;

    private CommerceApplication(
            KafkaStreams streams,
            Queries queries,
            StateChanges changes,
            LocalState state,
            AbandonedTransactions abandoned) {
        this.streams = streams;
        this.queries = queries;
        this.changes = changes;
        this.state = state;
        this.abandoned = abandoned;
        streams.setStateListener((next, last) -> {
            LOG.info("streams {} -> {}", last, next);
            queries.stateChanged();
            changes.forgetAll();
            served |= next == KafkaStreams.State.RUNNING;
            if (next == KafkaStreams.State.REBALANCING) {
                abandoned.membersChanged();
            }
        });
    }

    /** An application that has not been started and has no observer. */
    public static CommerceApplication create(CommerceConfig config, AvroCodec codec) {
        return create(config, codec, TaskObserver.NONE);
    }

    /** An application that has not been started; {@code observer} is told what its tasks write. */
    public static CommerceApplication create(CommerceConfig config, AvroCodec codec, TaskObserver observer) {
        KernelConfig defaults = KernelConfig.defaults(config.applicationId());
        KernelConfig kernel = new KernelConfig(
                defaults.application(),
                defaults.keysKept(),
                defaults.outcomesKept(),
                defaults.deadlineInterval(),
                defaults.purgeInterval(),
                defaults.purgeBatch(),
                config.inMemory());
        StateChanges changes = new StateChanges();
        ActiveStores active = new ActiveStores();
        KafkaStreams streams = new KafkaStreams(
                CommerceTopology.of(
                        CommerceGroups.of(config.rules(), config.domains()), codec, kernel, changes, active, observer),
                properties(config));
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("a stream thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        return new CommerceApplication(
                streams,
                new Queries(
                        streams,
                        codec,
                        active,
                        config.advertised(),
                        config.failover().standbyLag()),
                changes,
                new LocalState(config.stateDir().resolve(config.applicationId())),
                new AbandonedTransactions(config, instance(streams)));
    }

    /** Kafka Streams' settings; docs/decisions/0003-exactly-once-settings.md gives the reason for each value. */
    static Properties properties(CommerceConfig config) {
        Properties p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        p.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        p.put(StreamsConfig.APPLICATION_SERVER_CONFIG, config.advertised().toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        p.put(StreamsConfig.POLL_MS_CONFIG, 2L);
        p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        p.put(StoreMemory.BYTES, config.memory());
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 4 << 20);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10L);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG), 100L);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4_000);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PolledRecords.class.getName());
        failover(p, config);
        p.putAll(config.settings());
        return p;
    }

    private static void failover(Properties p, CommerceConfig config) {
        Failover failover = config.failover();
        p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                failover.transaction().toMillis());
        p.putAll(KafkaClients.patience());
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int)
                Failover.REBALANCE.toMillis());
        if (config.standbys() > 0) {
            // Changelogs carry the offsets of the commands, so that a standby copy can tell whether it has the changes
            // that a consistency token asks for.
            p.put(StreamsConfig.InternalConfig.IQ_CONSISTENCY_OFFSET_VECTOR_ENABLED, true);
        }
        if (failover.streamsProtocol()) {
            p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
            return;
        }
        p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
        p.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, ACCEPTABLE_LAG);
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                failover.session().toMillis());
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                failover.heartbeat().toMillis());
    }

    /** The client id that Kafka Streams gives an instance: before the start only its metrics contain it. */
    static String instance(KafkaStreams streams) {
        return streams.metrics().keySet().stream()
                .filter(metric -> metric.group().equals("stream-metrics"))
                .map(metric -> metric.tags().get("client-id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Cleans up after an instance that was killed on this folder, and starts; returns before tasks are running. */
    public void start() {
        state.open();
        abandoned.abortOwn();
        streams.start();
    }

    /** Whether every task is assigned and restored. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /**
     * Whether the application takes requests: it has run once; during a later rebalance requests wait, on every
     * instance.
     */
    public boolean isServing() {
        return served && streams.state().isRunningOrRebalancing();
    }

    /** The state of Kafka Streams, by its name. */
    public String state() {
        return streams.state().name();
    }

    /** Queries of this instance's state. */
    public Queries queries() {
        return queries;
    }

    /** A cache of values derived from a store's states on this instance, {@code mostBytes} at most. */
    public <V> StateCache<V> cache(StoreRef<?> store, long mostBytes, ToIntFunction<V> size) {
        return changes.cache(store.name(), mostBytes, size);
    }

    /** The Kafka Streams instance, for metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Leaves the group, so that other instances take over at once, and closes; takes 20 s at most. */
    @Override
    public void close() {
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE));
        abandoned.close();
        if (closed) {
            state.closed();
        } else {
            LOG.warn("streams did not close within {}", CLOSE_PATIENCE);
        }
    }
}
