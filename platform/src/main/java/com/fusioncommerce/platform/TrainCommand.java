package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.Terminal;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Retrains the shipped models. */
@AutoService(FusionCommand.class)
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
    public int place() {
        return 90;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Process training = maven(
                        HomeOption.root(), Terminal.isInteractive(), "-pl", "ai-models", "-am", "-Ptrain", "compile")
                .inheritIO()
                .start();
        return training.waitFor() == 0 ? Fusion.OK : Fusion.FAILED;
    }

    /** A quiet Maven command, with colours only at an interactive terminal. */
    static ProcessBuilder maven(Path root, boolean terminal, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B"));
        if (!terminal) {
            command.add("-Dstyle.color=never");
        }
        command.addAll(List.of(arguments));
        ProcessBuilder maven = new ProcessBuilder(command).directory(root.toFile());
        if (!terminal) {
            // Maven's terminal library resets colours at its end, even if it set none. The option is for Maven's own
            // JVM only.
            maven.environment().merge("MAVEN_OPTS", "-Djansi.noreset=true", (given, ours) -> given + " " + ours);
        }
        return maven;
    }
}
