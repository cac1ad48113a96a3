package com.fusioncommerce.streams;

import static java.util.stream.Collectors.toSet;

import com.fusioncommerce.schemas.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts transactions that dead instances left open in Kafka. An open transaction blocks its readers and the takeover
 * of its task. The transaction timeout would abort it too, but is only the last resort: it is long, so that a living
 * instance whose brokers fail over, or that waits for a rebalance, can still commit.
 *
 * <p>An instance is dead when it is no member of the group while this one is: a coordinator that has just taken over
 * may not know any member yet. Kafka Streams names an instance {@code <application>-<process>}, its transactional ids
 * {@code <instance>-<thread>}, and its members' client ids {@code <instance>-…}.
 */
final class AbandonedTransactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedTransactions.class);
    private static final int PATIENCE_MS = 3_000;
    private static final int INTERVAL_MS = 500;
    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Admin admin;
    private final String application;
    private final Pattern ofApplication;
    private final String instance;
    private final boolean streamsProtocol;
    private final Duration longest;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "abandoned-transactions");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lookUntil = System.nanoTime();

    /**
     * @param config its transaction timeout bounds how long a transaction stays open
     * @param instance client id that Kafka Streams gives this instance
     */
    AbandonedTransactions(CommerceConfig config, String instance) {
        Map<String, Object> client = KafkaClients.client(config.bootstrapServers(), "abandoned-transactions");
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        this.admin = Admin.create(client);
        this.application = config.applicationId();
        // The whole id must match: another application may be called commerce-something.
        this.ofApplication = Pattern.compile(Pattern.quote(application) + "-" + UUID + "-\\d+");
        this.instance = instance;
        this.streamsProtocol = config.failover().streamsProtocol();
        this.longest = config.failover().transaction();
        var unused = executor.scheduleWithFixedDelay(this::look, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Aborts transactions that this instance left open when it last ended, unless Kafka does not answer within seconds.
     */
    void abortOwn() {
        attempt(() -> abort(
                open().stream().filter(id -> instanceOf(id).equals(instance)).collect(toSet())));
    }

    /**
     * Looks for other instances' abandoned transactions, until the timeout would have aborted all that are open now.
     */
    void membersChanged() {
        lookUntil = System.nanoTime() + longest.toNanos();
    }

    private void look() {
        if (System.nanoTime() - lookUntil > 0) {
            return;
        }
        attempt(() -> {
            // Transactions are listed before members: an instance that opened one and is still a member is alive.
            Set<String> open = open();
            Set<String> members = open.isEmpty() ? Set.of() : members();
            if (isIn(members, instance)) {
                abort(open.stream().filter(id -> !isIn(members, instanceOf(id))).collect(toSet()));
            }
        });
    }

    private static boolean isIn(Set<String> members, String instance) {
        return members.stream().anyMatch(client -> client.startsWith(instance + "-"));
    }

    private static String instanceOf(String transactionalId) {
        return transactionalId.substring(0, transactionalId.lastIndexOf('-'));
    }

    private Set<String> open() throws ExecutionException, InterruptedException {
        ListTransactionsOptions ongoing = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        return admin.listTransactions(ongoing).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> ofApplication.matcher(id).matches())
                .collect(toSet());
    }

    private Set<String> members() throws ExecutionException, InterruptedException {
        List<String> group = List.of(application);
        Stream<String> clients = streamsProtocol
                ? admin.describeStreamsGroups(group).describedGroups().get(application).get().members().stream()
                        .map(StreamsGroupMemberDescription::clientId)
                : admin.describeConsumerGroups(group).describedGroups().get(application).get().members().stream()
                        .map(MemberDescription::clientId);
        return clients.collect(toSet());
    }

    private void abort(Collection<String> transactionalIds) throws ExecutionException, InterruptedException {
        if (transactionalIds.isEmpty()) {
            return;
        }
        admin.fenceProducers(transactionalIds).all().get();
        LOG.info("aborted what instances that are gone left open: {}", transactionalIds);
    }

    private interface Attempt {
        void run() throws ExecutionException, InterruptedException;
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (ExecutionException | KafkaException e) {
            LOG.warn(
                    "transactions that were left open could not be looked for; they end by themselves within {}",
                    longest,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
