package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A broker's configuration, for a cluster of one or three, tuned for many small transactions and for quick failover.
 */
final class BrokerSettings {
    private static final String ONE = "1";
    private static final String VOTERS = "controller.quorum.voters";
    private static final long LONGEST_TRANSACTION_MS = 3_600_000;
    private static final String INTERNAL_PARTITIONS = "4";

    /** Environment variable with settings that override ours, as {@code name=value,name=value}: for measurements. */
    private static final String CHOSEN = "FUSION_BROKER_SETTINGS";

    private BrokerSettings() {}

    /** The properties file of one broker, counted from 1. */
    static String of(PlatformConfig config, int number, Path logDirectory) {
        String broker = config.broker(number);
        String controller = controller(config, number);
        String replicas = Integer.toString(config.shape().replicas());
        String inSync = Integer.toString(config.shape().replicasInSync());
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(number));
        settings.put(VOTERS, voters(config));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + broker);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", logDirectory.toString());

        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", replicas);
        settings.put("min.insync.replicas", inSync);
        settings.put("offsets.topic.replication.factor", replicas);
        settings.put("offsets.topic.num.partitions", INTERNAL_PARTITIONS);
        settings.put("transaction.state.log.replication.factor", replicas);
        settings.put("transaction.state.log.min.isr", inSync);
        settings.put("transaction.state.log.num.partitions", INTERNAL_PARTITIONS);
        settings.put("share.coordinator.state.topic.replication.factor", replicas);
        settings.put("share.coordinator.state.topic.min.isr", inSync);

        // A dead broker is fenced and replaced in 3 to 4 s instead of 9 to 11.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controller.quorum.fetch.timeout.ms", "2000");
        settings.put("controller.quorum.election.timeout.ms", "1000");

        // Consumer groups may use a session timeout shorter than 6 s to detect a dead member …
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("group.streams.min.session.timeout.ms", "1000");
        settings.put("group.streams.session.timeout.ms", "3000");
        settings.put("group.streams.min.heartbeat.interval.ms", "500");
        settings.put("group.streams.heartbeat.interval.ms", "500");
        // Under the streams rebalance protocol the brokers set the number of standby replicas, not the application.
        settings.put("group.streams.num.standby.replicas", config.shape().nodes() > 1 ? ONE : "0");
        // … and the dead member's open transactions are aborted soon after their timeout, not up to 10 s later.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "250");

        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        // Backoff of a transaction that begins before the last one has ended; the default of 20 ms would set the
        // latency.
        settings.put("add.partitions.to.txn.retry.backoff.ms", ONE);
        // Flink keeps transactions open over a checkpoint and a restart.
        settings.put("transaction.max.timeout.ms", Long.toString(LONGEST_TRANSACTION_MS));
        settings.putAll(chosen(config.environment().getOrDefault(CHOSEN, "")));
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> chosen(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(setting -> setting.split("=", 2))
                .filter(setting -> setting.length == 2)
                .collect(Collectors.toMap(setting -> setting[0].trim(), setting -> setting[1].trim()));
    }

    private static String voters(PlatformConfig config) {
        return IntStream.rangeClosed(1, config.shape().brokers())
                .mapToObj(number -> number + "@" + controller(config, number))
                .collect(Collectors.joining(","));
    }

    private static String controller(PlatformConfig config, int number) {
        return Loopback.TEXT + ":" + config.ports().of(Port.KAFKA_CONTROLLER.of(number));
    }

    /**
     * Refuses storage of a cluster with another number of brokers: new voters with empty logs could outvote the one
     * that has the cluster's metadata.
     *
     * @param properties the broker's properties file of its last start, if there was one
     */
    static void requireSameQuorum(Path properties, PlatformConfig config) throws IOException {
        if (!Files.exists(properties)) {
            return;
        }
        Properties last = new Properties();
        try (Reader reader = Files.newBufferedReader(properties)) {
            last.load(reader);
        }
        int brokers = last.getProperty(VOTERS, "").split(",", -1).length;
        if (brokers != config.shape().brokers()) {
            throw new IOException("its data was made by a cluster of " + brokers + ": start it with --brokers "
                    + brokers + ", begin from nothing with --fresh, or choose another place with --home");
        }
    }
}
