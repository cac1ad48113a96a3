package com.fusioncommerce.models.scoring;

import com.fusioncommerce.models.features.FraudFeatures;

/** The fraud model, as code that scores orders asks for it. */
public final class FraudModel {
    /** Its name in the repository and in events. */
    public static final String NAME = "fraud";

    /** The version that was released with this code: it is live unless the configuration pins another. */
    public static final String RELEASED = "2";

    /** Environment variable that pins the live version. */
    public static final String PINNED = "FUSION_FRAUD_MODEL";

    private FraudModel() {}

    /**
     * Loads a version.
     *
     * @throws ModelRefusedException if it is missing, not whole, or was made for other features than {@link FraudFeatures}
     */
    public static Model load(ModelRepository repository, String version) {
        return repository.load(NAME, version, FraudFeatures.names(), FraudFeatures.featuresHash());
    }
}
