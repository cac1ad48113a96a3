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
 * Aborts what instances that are gone left open in Kafka. Until then no reader gets past it and nobody can take over
 * its work. The transactions' own timeout would come to that too; it is the last resort here, and long, so that a
 * living instance whose brokers fail over, or that waits for others to join the group, keeps what it is about to commit.
 *
 * <p>An instance is gone when it is not a member of a group that this one is a member of: a coordinator that has just
 * taken over may not know any of them yet. Kafka Streams names an instance {@code <application>-<process>}, its
 * transactions {@code <instance>-<thread>}, and its members {@code <instance>-…}.
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
     * @param config whose transaction timeout says how long anything can stay open
     * @param instance what Kafka Streams calls this instance
     */
    AbandonedTransactions(CommerceConfig config, String instance) {
        Map<String, Object> client = KafkaClients.client(config.bootstrapServers(), "abandoned-transactions");
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        this.admin = Admin.create(client);
        this.application = config.applicationId();
        // Not just any that begins like this: other applications may be called commerce-something.
        this.ofApplication = Pattern.compile(Pattern.quote(application) + "-" + UUID + "-\\d+");
        this.instance = instance;
        this.streamsProtocol = config.failover().streamsProtocol();
        this.longest = config.failover().transaction();
        var unused = executor.scheduleWithFixedDelay(this::look, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    /** Aborts what this very instance left open when it ended, unless Kafka does not answer within seconds. */
    void abortOwn() {
        attempt(() -> abort(
                open().stream().filter(id -> instanceOf(id).equals(instance)).collect(toSet())));
    }

    /** Has others' transactions looked for, until their timeout would have ended what is open now. */
    void membersChanged() {
        lookUntil = System.nanoTime() + longest.toNanos();
    }

    private void look() {
        if (System.nanoTime() - lookUntil > 0) {
            return;
        }
        attempt(() -> {
            // In this order: whoever opened one of these as a member, and still is one, is alive.
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
