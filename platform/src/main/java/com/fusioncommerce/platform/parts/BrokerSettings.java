package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker's configuration: a cluster of one, tuned for many small transactions. */
final class BrokerSettings {
    private static final String ONE = "1";
    private static final long LONGEST_TRANSACTION_MS = 3_600_000;
    private static final String INTERNAL_PARTITIONS = "4";

    private BrokerSettings() {}

    /** As a properties file. */
    static String of(PlatformConfig config, Path logDirectory) {
        String broker = Loopback.TEXT + ":" + config.ports().of(Port.KAFKA);
        String controller = Loopback.TEXT + ":" + config.ports().of(Port.KAFKA_CONTROLLER);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", ONE);
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + broker);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", logDirectory.toString());

        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", ONE);
        settings.put("offsets.topic.num.partitions", INTERNAL_PARTITIONS);
        settings.put("transaction.state.log.replication.factor", ONE);
        settings.put("transaction.state.log.min.isr", ONE);
        settings.put("transaction.state.log.num.partitions", INTERNAL_PARTITIONS);
        settings.put("share.coordinator.state.topic.replication.factor", ONE);
        settings.put("share.coordinator.state.topic.min.isr", ONE);

        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        // A transaction that follows another at once waits this long; the default of 20 ms would set the latency.
        settings.put("add.partitions.to.txn.retry.backoff.ms", ONE);
        // Flink holds transactions open over a checkpoint and a restart.
        settings.put("transaction.max.timeout.ms", Long.toString(LONGEST_TRANSACTION_MS));
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
