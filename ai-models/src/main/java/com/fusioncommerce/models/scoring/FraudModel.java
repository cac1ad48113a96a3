package com.fusioncommerce.models.scoring;

import com.fusioncommerce.models.features.FraudFeatures;

/** The fraud model, as code that scores orders asks for it. */
public final class FraudModel {
    /** Its name in the repository and in events. */
    public static final String NAME = "fraud";

    private FraudModel() {}

    /**
     * Loads the newest version.
     *
     * @throws ModelRefusedException if there is none, or it was made for other features than {@link FraudFeatures}
     */
    public static Model load(ModelRepository repository) {
        return load(repository, repository.newest(NAME));
    }

    /**
     * Loads a version.
     *
     * @throws ModelRefusedException if it is missing, or was made for other features than {@link FraudFeatures}
     */
    public static Model load(ModelRepository repository, String version) {
        return repository.load(NAME, version, FraudFeatures.names(), FraudFeatures.featuresHash());
    }
}
