package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.supervisor.Step;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Creates the topics of the catalogue, and raises the cluster's transaction protocol. */
final class TopicsStep implements Step {
    static final String NAME = "topics";

    private final PlatformConfig config;

    TopicsStep(PlatformConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return KafkaPart.names(config);
    }

    @Override
    public String run() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka()))) {
            boolean raised = TransactionProtocol.raise(admin);
            TopicProvisioner.Outcome outcome = new TopicProvisioner(admin).provision();
            return outcome.created() + " topics made, " + outcome.present() + " there already"
                    + (raised ? "; transaction protocol raised" : "");
        }
    }
}
