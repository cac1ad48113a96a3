package com.fusioncommerce.models.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Selects the live fraud model: the pinned version; if it cannot be loaded, the last version that worked; if there is
 * none, the released version. A folder in the repository alone never makes a version live.
 */
public final class FraudModels {
    private final Path deployed;
    private final LastGoodModel lastGood;

    /**
     * Creates the selection.
     *
     * @param deployed root of the repository that people and pipelines deploy to
     * @param kept folder for a copy of the last version that worked; it must outlive the process
     */
    public FraudModels(Path deployed, Path kept) {
        this.deployed = deployed;
        this.lastGood = new LastGoodModel(kept);
    }

    /**
     * Loads the live model.
     *
     * @param pinned the pinned version
     * @throws ModelRefusedException if neither the pinned version nor a fallback can be loaded; the message is about
     *     the pinned version
     */
    public LiveModel live(String pinned) {
        ModelRepository repository = new ModelRepository(deployed);
        Model model;
        try {
            model = FraudModel.load(repository, pinned);
        } catch (ModelRefusedException refused) {
            Model other = fallBack(repository, pinned, refused);
            return new LiveModel(other, pinned, Optional.of(refused.getMessage()), Optional.empty());
        }
        return new LiveModel(model, pinned, Optional.empty(), keep(repository.folder(FraudModel.NAME, pinned), pinned));
    }

    /** Stores a copy for fallback; a failure does not stop scoring, and its reason is returned. */
    private Optional<String> keep(Path folder, String version) {
        try {
            lastGood.keep(folder, version);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot keep a copy of " + folder + ": " + e);
        }
    }

    private Model fallBack(ModelRepository repository, String pinned, ModelRefusedException refused) {
        try {
            Optional<Model> kept = lastGood.load();
            if (kept.isPresent()) {
                return kept.get();
            }
        } catch (ModelRefusedException e) {
            refused.addSuppressed(e);
        }
        if (pinned.equals(FraudModel.RELEASED)) {
            throw refused;
        }
        try {
            return FraudModel.load(repository, FraudModel.RELEASED);
        } catch (ModelRefusedException e) {
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
