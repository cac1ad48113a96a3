package com.fusioncommerce.platform.parts;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;

/**
 * The transaction protocol level of a cluster. Under level 2 a producer's next transaction need not wait for the end of
 * its last one; under level 1 the producer backs off for 20 ms whenever it begins too early, which is always.
 */
final class TransactionProtocol {
    private static final String FEATURE = "transaction.version";
    private static final short LEVEL = 2;

    private TransactionProtocol() {}

    /** Raises a lower level of a cluster; returns whether it was lower. */
    static boolean raise(Admin admin) throws ExecutionException, InterruptedException {
        FinalizedVersionRange now = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(FEATURE);
        if (now != null && now.maxVersionLevel() >= LEVEL) {
            return false;
        }
        admin.updateFeatures(
                        Map.of(FEATURE, new FeatureUpdate(LEVEL, UpgradeType.UPGRADE)), new UpdateFeaturesOptions())
                .all()
                .get();
        return true;
    }
}
