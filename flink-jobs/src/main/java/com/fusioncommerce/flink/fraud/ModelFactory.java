package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.Model;
import com.fusioncommerce.models.scoring.ModelRepository;
import java.io.Serializable;
import java.nio.file.Path;

/** Loads the model where the operator runs. */
@FunctionalInterface
public interface ModelFactory extends Serializable {
    /** A model for one operator, which closes it. */
    Model load();

    /** The newest fraud model in a repository on disk. */
    static ModelFactory newestIn(String repository) {
        return () -> FraudModel.load(new ModelRepository(Path.of(repository)));
    }
}
