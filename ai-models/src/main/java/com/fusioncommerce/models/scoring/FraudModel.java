package com.fusioncommerce.models.scoring;

import com.fusioncommerce.models.features.FraudFeatures;

/** Names and loading of the fraud model, for code that scores orders. */
public final class FraudModel {
    /** The model's name in the repository and in events. */
    public static final String NAME = "fraud";

    /** The version that was released with this code: the live version unless the configuration pins another. */
    public static final String RELEASED = "2";

    /** Environment variable that pins the live version. */
    public static final String PINNED = "FUSION_FRAUD_MODEL";

    private FraudModel() {}

    /**
     * Loads a version.
     *
     * @throws ModelRefusedException if the version is missing or incomplete, or was trained on other features than
     *     {@link FraudFeatures}
     */
    public static Model load(ModelRepository repository, String version) {
        return repository.load(NAME, version, FraudFeatures.names(), FraudFeatures.featuresHash());
    }
}
