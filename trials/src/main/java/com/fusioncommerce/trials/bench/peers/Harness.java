package com.fusioncommerce.trials.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The peers' harness in a writable folder: a copy of the given one, with our adapters beside its own. Installed and
 * filled shops are kept for the next run.
 *
 * @param folder the copy
 */
record Harness(Path folder) {
    private static final int MINUTES = 20;
    private static final Set<String> NOT_COPIED = Set.of("node_modules", "run");

    /**
     * Copies files that are newer than the copy.
     *
     * @param given folder of the harness
     * @param adapters folder with our adapters
     */
    static Harness copy(Path given, Path adapters, Path folder) throws IOException {
        if (!Files.isRegularFile(given.resolve("bench/bench.js"))) {
            throw new IOException(
                    "no harness in " + given + " (bench/bench.js is missing): say where with --peers DIR");
        }
        copyTree(given, folder);
        copyTree(adapters, folder.resolve("bench/adapters"));
        Files.createDirectories(folder.resolve("run"));
        return new Harness(folder.toAbsolutePath().normalize());
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.isSameFile(from, to)) {
            return;
        }
        Files.createDirectories(to);
        try (var entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path target = to.resolve(entry.getFileName().toString());
                if (!Files.isDirectory(entry)) {
                    Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
                } else if (!NOT_COPIED.contains(entry.getFileName().toString())) {
                    copyTree(entry, target);
                }
            }
        }
    }

    /** The folder of the harness's generated files. */
    Path run() {
        return folder.resolve("run");
    }

    /** Starts a long-running process; its output goes to {@code run/NAME.log}. */
    Child start(String name, Path directory, List<String> command) throws IOException {
        Path log = run().resolve(name + ".log");
        Process process = builder(directory, command, Map.of("NODE_ENV", "production"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Child(process, log);
    }

    /** Runs a command to its end and returns its output, trimmed. */
    String command(List<String> command) throws IOException, InterruptedException {
        return command(folder, command, Map.of());
    }

    /**
     * Runs a command to its end and returns its standard output, trimmed; standard error goes to {@code
     * run/commands.log}.
     *
     * @throws IOException if it fails or takes longer than 20 minutes
     */
    String command(Path directory, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path errors = run().resolve("commands.log");
        Process process = builder(directory, command, environment)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), UTF_8).trim();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(
                        "`" + String.join(" ", command) + "` failed in " + directory + ", see " + errors + "\n" + text);
            }
            return text;
        } finally {
            process.destroy();
        }
    }

    private static ProcessBuilder builder(Path directory, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> all = new LinkedHashMap<>(Map.of("MEDUSA_DISABLE_TELEMETRY", "1"));
        all.putAll(environment);
        builder.environment().putAll(all);
        return builder;
    }
}
