package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;

class TransactionProtocolTest {
    @Test
    void a_cluster_with_an_older_level_is_raised_once() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            awaitLevel(admin, 2);
            admin.updateFeatures(
                            Map.of("transaction.version", new FeatureUpdate((short) 1, UpgradeType.SAFE_DOWNGRADE)),
                            new UpdateFeaturesOptions())
                    .all()
                    .get();
            awaitLevel(admin, 1);

            assertThat(TransactionProtocol.raise(admin)).isTrue();
            awaitLevel(admin, 2);
            assertThat(TransactionProtocol.raise(admin)).isFalse();
        }
    }

    /** Waits for the brokers: the controller answers once it has written a change, before they have read it. */
    private static void awaitLevel(Admin admin, int level) {
        await().until(() -> level(admin) == level);
    }

    private static short level(Admin admin) throws Exception {
        return admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get("transaction.version")
                .maxVersionLevel();
    }
}
