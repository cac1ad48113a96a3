package com.fusioncommerce.trials.bench.peers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The brokers' setting to fsync every message, changed while they run. */
final class BrokerFlush {
    private static final String EVERY = "log.flush.interval.messages";

    private BrokerFlush() {}

    static void set(String bootstrapServers, boolean every) throws ExecutionException, InterruptedException {
        AlterConfigOp change = new AlterConfigOp(
                new ConfigEntry(EVERY, every ? "1" : null),
                every ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE);
        // An empty name addresses the default of all brokers.
        ConfigResource brokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.incrementalAlterConfigs(Map.of(brokers, List.of(change)))
                    .all()
                    .get();
        }
    }
}
