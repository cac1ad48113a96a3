package com.fusioncommerce.models.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.GoldenScores;
import com.fusioncommerce.models.scoring.Model;
import com.fusioncommerce.models.scoring.ModelFiles;
import com.fusioncommerce.models.scoring.ModelRepository;
import com.fusioncommerce.models.scoring.ModelSignature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Program that trains the shipped fraud model and writes it into a model repository. The same sources give the same
 * bytes.
 */
public final class TrainFraudModel {
    private static final String SERVING = "engine=OnnxRuntime\noption.modelName=model\n";

    private TrainFraudModel() {}

    /** Runs the training; the one argument is the root of the model repository to write. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("say where the model repository is, and nothing else");
        }
        train(TrainingPlan.shipped(), Path.of(arguments[0]), System.out);
    }

    /** Trains by a plan, writes the model's folder, loads it as a job would, and prints its quality. */
    static TrainedFraudModel train(TrainingPlan plan, Path repository, PrintStream out) throws IOException {
        out.printf("simulating %d shoppers and training%n", plan.train().shoppers());
        TrainedFraudModel model = TrainedFraudModel.of(plan);
        Path folder = repository.resolve(FraudModel.NAME).resolve(TrainedFraudModel.VERSION);
        Files.createDirectories(folder);
        String sha256 = ModelFiles.sha256(model.onnx());
        String readme = new ModelReadme(model, sha256).text();
        Files.write(folder.resolve(ModelFiles.MODEL), model.onnx());
        write(folder.resolve(ModelFiles.SERVING), SERVING);
        write(folder.resolve(GoldenScores.FILE), model.golden().toCsv(FraudFeatures.names()));
        write(folder.resolve("README.md"), readme);
        write(
                folder.resolve(ModelSignature.FILE),
                model.signature(ModelFiles.seal(folder)).toJson());
        try (Model loaded = FraudModel.load(new ModelRepository(repository), TrainedFraudModel.VERSION)) {
            out.println(readme);
            out.printf(
                    "wrote %s %s to %s%nsha256 %s%n",
                    loaded.signature().name(), loaded.signature().version(), folder, sha256);
        }
        return model;
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8));
    }
}
