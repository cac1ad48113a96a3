package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.Probe;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;

/** Health probes of a broker. */
final class KafkaProbes {
    private static final int PATIENCE_MS = 3_000;

    private final String bootstrap;

    /** Connects to the broker at {@code host:port}. */
    KafkaProbes(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Up when the broker is registered with its cluster under this id. */
    Probe registered(int port, int id) {
        Probe open = Probes.tcp(port);
        return () -> {
            Health reachable = open.check();
            return reachable.up() ? ask(admin -> registered(admin, id)) : reachable;
        };
    }

    /** Up when all replicas of every partition are in sync. */
    Probe inSync() {
        return () -> ask(KafkaProbes::inSync);
    }

    private static Health registered(Admin admin, int id)
            throws ExecutionException, TimeoutException, InterruptedException {
        return admin.describeCluster().nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS).stream()
                        .anyMatch(node -> node.id() == id)
                ? Health.ok()
                : Health.down("broker " + id + " is not registered");
    }

    private static Health inSync(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        long behind =
                admin.describeTopics(names).allTopicNames().get(PATIENCE_MS, TimeUnit.MILLISECONDS).values().stream()
                        .map(TopicDescription::partitions)
                        .flatMap(partitions -> partitions.stream())
                        .filter(partition ->
                                partition.isr().size() < partition.replicas().size())
                        .count();
        return behind == 0 ? Health.ok() : Health.down(behind + " partitions lack a copy");
    }

    private Health ask(Question question) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException | TimeoutException e) {
            return Health.down("Kafka does not describe itself");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down("interrupted");
        }
    }

    @FunctionalInterface
    private interface Question {
        Health ask(Admin admin) throws ExecutionException, TimeoutException, InterruptedException;
    }
}
