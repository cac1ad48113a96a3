package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.models.scoring.FraudModels;
import com.fusioncommerce.models.scoring.LiveModel;
import java.io.Serializable;
import java.nio.file.Path;

/** Loads the model in the process of the operator. */
@FunctionalInterface
public interface ModelFactory extends Serializable {
    /** A model for one operator, which closes it. */
    LiveModel load();

    /**
     * A factory of the pinned fraud model, or of its fallback.
     *
     * @param repository root of the model repository
     * @param version the version that is to be live
     * @param kept folder for a copy of the version that worked last
     * @see FraudModels#live
     */
    static ModelFactory pinned(String repository, String version, String kept) {
        return () -> new FraudModels(Path.of(repository), Path.of(kept)).live(version);
    }
}
