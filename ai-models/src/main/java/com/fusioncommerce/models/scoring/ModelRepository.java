package com.fusioncommerce.models.scoring;

import com.fusioncommerce.models.scoring.ModelSignature.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Models on disk, {@code <root>/<name>/<version>/}; versions are whole numbers. */
public final class ModelRepository {
    /** Environment variable that holds the root. */
    public static final String ROOT = "FUSION_MODELS";

    private final Path root;

    /** The repository under a folder. */
    public ModelRepository(Path root) {
        this.root = root;
    }

    /** The folder of a version, whether it is there or not. */
    Path folder(String name, String version) {
        return root.resolve(name).resolve(version);
    }

    /**
     * Loads a model and checks it: its folder must be whole, and it must have learned from the features that it will be given, and score its golden rows
     * as it did when it was trained.
     *
     * @param name the model
     * @param version its version
     * @param features names of the features it will be given
     * @param featuresHash hash of their definition
     * @throws ModelRefusedException if it is not to be used, and why
     */
    public Model load(String name, String version, List<String> features, String featuresHash) {
        Path folder = folder(name, version);
        ModelSignature signature = ModelSignature.read(folder);
        String model = name + " " + version;
        require(
                signature.name().equals(name) && signature.version().equals(version),
                () -> folder + " holds model " + signature.name() + " " + signature.version());
        require(
                signature.featuresHash().equals(featuresHash),
                () -> model + " learned from features " + signature.featuresHash() + ", and would be given "
                        + featuresHash + ": train it again");
        require(
                signature.features().stream().map(Column::name).toList().equals(features),
                () -> model + " takes other features than it would be given");
        ModelFiles.verify(folder, signature);
        Scorer scorer = DjlScorer.load(folder, features.size());
        try {
            GoldenScores.read(folder, features.size()).verify(scorer, model);
        } catch (RuntimeException e) {
            scorer.close();
            throw e;
        }
        return new Model(signature, scorer);
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new ModelRefusedException(otherwise.get());
        }
    }
}
