package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Trains the models that ship again. */
@Command(
        name = "train",
        description = {
            "Trains the fraud model again.",
            "",
            "On the simulator's labelled history; prints how good it is, and how many honest orders of each kind of people "
                    + "it would stop, and writes it to ai-models/models. The same sources give the same bytes: `git diff` "
                    + "shows nothing unless features, history or settings have changed. Takes a minute or two.",
            "",
            "Jobs that run keep the model they have until they restart; then the version is live that FUSION_FRAUD_MODEL "
                    + "pins."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fusion train"})
public final class TrainCommand implements FusionCommand, Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = HomeOption.root();
        int exitCode = new ProcessBuilder("mvn", "-q", "-B", "-pl", "ai-models", "-am", "-Ptrain", "compile")
                .directory(root.toFile())
                .inheritIO()
                .start()
                .waitFor();
        return exitCode == 0 ? Fusion.OK : Fusion.FAILED;
    }
}
