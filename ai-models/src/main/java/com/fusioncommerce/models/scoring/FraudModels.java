package com.fusioncommerce.models.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decides which fraud model is live: the pinned version; if it cannot be used, the one that worked last; if there is none,
 * the released one. A folder that merely lies in the repository never goes live.
 */
public final class FraudModels {
    private final Path deployed;
    private final LastGoodModel lastGood;

    /**
     * Models to choose from.
     *
     * @param deployed root of the repository that people and pipelines deploy to
     * @param kept folder for a copy of the version that worked last; it must outlive the process
     */
    public FraudModels(Path deployed, Path kept) {
        this.deployed = deployed;
        this.lastGood = new LastGoodModel(kept);
    }

    /**
     * Loads the model that is to be live.
     *
     * @param pinned the version that is wanted
     * @throws ModelRefusedException if neither it nor anything to fall back to can be used; says why of the pinned one
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

    /** Keeps a copy; a failure does not stop scoring, and its reason is returned. */
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
