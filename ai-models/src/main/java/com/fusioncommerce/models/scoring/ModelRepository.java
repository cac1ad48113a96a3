package com.fusioncommerce.models.scoring;

import com.fusioncommerce.models.scoring.ModelSignature.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The model repository on disk, {@code <root>/<name>/<version>/}; versions are whole numbers. */
public final class ModelRepository {
    /** Environment variable with the repository's root. */
    public static final String ROOT = "FUSION_MODELS";

    private final Path root;

    /** A repository in a folder. */
    public ModelRepository(Path root) {
        this.root = root;
    }

    /** The folder of a version, existing or not. */
    Path folder(String name, String version) {
        return root.resolve(name).resolve(version);
    }

    /**
     * Loads a model and verifies it: the folder must be complete, the features must be those of the training, and the
     * golden scores must be reproduced.
     *
     * @param name the model
     * @param version its version
     * @param features names of the caller's features
     * @param featuresHash hash of the definition of the caller's features
     * @throws ModelRefusedException if a check fails; the message says which
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
        return new Model(signature, verified(folder, features.size(), model));
    }

    /**
     * A verified scorer of a folder; any exception of an engine that fails to load or run the model refuses the model.
     */
    private static Scorer verified(Path folder, int columns, String model) {
        Scorer scorer = null;
        boolean verified = false;
        try {
            scorer = DjlScorer.load(folder, columns);
            GoldenScores.read(folder, columns).verify(scorer, model);
            verified = true;
            return scorer;
        } catch (ModelRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelRefusedException(model + " in " + folder + " fails on its golden rows: " + e, e);
        } finally {
            if (scorer != null && !verified) {
                scorer.close();
            }
        }
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new ModelRefusedException(otherwise.get());
        }
    }
}
