package com.fusioncommerce.platform;

import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.supervisor.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a part's log. */
@Command(
        name = "logs",
        description = "Shows the end of a part's log.",
        footerHeading = "%nExamples:%n",
        footer = {"  fusion logs api", "  fusion logs druid -n 500", "  fusion logs flink -f"})
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private HomeOption option;

    @Parameters(paramLabel = "PART", description = "kafka, registry, zookeeper, druid, flink or api.")
    private String part;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "How many (default: 100).")
    private int lines;

    @Option(names = "-f", description = "Go on as it grows, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = option.home();
        LogFile log = LogFile.of(home.logs(), part);
        if (!Files.exists(log.path())) {
            System.err.println("no log of '" + part + "' in " + home.logs() + "; there are: " + present(home));
            return Fusion.FAILED;
        }
        if (!follow) {
            log.tail(lines).forEach(System.out::println);
            return Fusion.OK;
        }
        // The system's own tail follows through rotation too.
        return new ProcessBuilder(
                        "tail", "-n", Integer.toString(lines), "-F", log.path().toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> present(Home home) throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return List.of();
        }
        try (Stream<java.nio.file.Path> files = Files.list(home.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
