package com.fusioncommerce.trials.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.platform.config.Directories;
import com.fusioncommerce.trials.bench.BenchProgram;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.profile.MeasuringJars;
import com.fusioncommerce.trials.bench.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs the JMH benchmarks of this package in forked JVMs. */
final class Micro implements BenchProgram {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String SUFFIX = "Micro";
    private static final int LAST_LINES = 20;

    private final String include;
    private final Effort effort;

    /**
     * JMH settings.
     *
     * @param forks JVMs per benchmark
     * @param warmUps warm-up iterations
     * @param iterations measured iterations
     * @param millis length of each iteration
     */
    record Effort(int forks, int warmUps, int iterations, long millis) {}

    Micro(String include, Effort effort) {
        this.include = include;
        this.effort = effort;
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        String time = effort.millis() + "ms";
        run.warmUp(effort.warmUps() + " × " + effort.millis() + " ms in each process");
        run.setting("processes each", effort.forks());
        run.setting("iterations", effort.iterations() + " × " + effort.millis() + " ms");
        run.say("running the benchmarks that match %s", include);
        Path directory = Files.createTempDirectory("micro");
        try {
            Path results = directory.resolve("results.json");
            Path said = directory.resolve("jmh.txt");
            Process jmh = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            MeasuringJars.classPath(),
                            "org.openjdk.jmh.Main",
                            Micro.class.getPackageName() + ".*" + include,
                            "-f",
                            Integer.toString(effort.forks()),
                            "-wi",
                            Integer.toString(effort.warmUps()),
                            "-w",
                            time,
                            "-i",
                            Integer.toString(effort.iterations()),
                            "-r",
                            time,
                            "-prof",
                            "gc",
                            "-foe",
                            "true",
                            "-jvmArgs",
                            "-Xmx512m -XX:+UseSerialGC",
                            "-rf",
                            "json",
                            "-rff",
                            results.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (jmh.waitFor() != 0 || Files.notExists(results)) {
                List<String> lines = Files.readAllLines(said);
                throw new IOException("the benchmarks could not be run: "
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
            }
            fill(
                    run.table("One operation", "operation", "with", "ns", "± ns (99.9 %)", "bytes allocated"),
                    new ObjectMapper().readTree(results.toFile()));
        } finally {
            Directories.delete(directory);
        }
    }

    private static void fill(Table table, JsonNode results) {
        List<JsonNode> sorted = new ArrayList<>();
        results.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Micro::name).thenComparing(Micro::parameters));
        for (JsonNode result : sorted) {
            JsonNode metric = result.path("primaryMetric");
            JsonNode error = metric.path("scoreError");
            table.row(
                    name(result),
                    parameters(result),
                    metric.path("score").doubleValue(),
                    // JMH writes "NaN" if there were too few iterations for an error.
                    error.isNumber() ? error.doubleValue() : null,
                    result.path("secondaryMetrics")
                            .path(ALLOCATED)
                            .path("score")
                            .doubleValue());
        }
    }

    /** The benchmark's name, such as {@code Order.place}. */
    private static String name(JsonNode result) {
        String full = result.path("benchmark").textValue();
        int method = full.lastIndexOf('.');
        String type = full.substring(full.lastIndexOf('.', method - 1) + 1, method);
        return type.replace(SUFFIX, "") + full.substring(method);
    }

    private static String parameters(JsonNode result) {
        List<String> parameters = new ArrayList<>();
        result.path("params")
                .fields()
                .forEachRemaining(one ->
                        parameters.add(one.getKey() + " " + one.getValue().textValue()));
        return String.join(", ", parameters);
    }
}
