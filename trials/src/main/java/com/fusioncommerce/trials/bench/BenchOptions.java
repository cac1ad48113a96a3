package com.fusioncommerce.trials.bench;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.trials.bench.report.BenchmarkPage;
import com.fusioncommerce.trials.bench.report.Markdown;
import com.fusioncommerce.trials.bench.report.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Options common to all benchmarks, and their execution: a mixin of commands whose {@code call()} is {@code
 * options.run(this::measure)}.
 */
public final class BenchOptions {
    private static final int OK = 0;
    private static final int FAILED = 1;

    @Option(
            names = "--result",
            paramLabel = "FILE",
            description = "Where the result goes as JSON (default: target/bench/NAME.json).")
    private Path file;

    @Option(
            names = "--publish",
            description = "Also keeps the result in docs/benchmarks/ and renders docs/benchmarks.md.")
    private boolean publish;

    @Option(
            names = "--attach",
            description = "Measures the platform that runs in --home, instead of one that is started for it.")
    private boolean attach;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "An environment variable for the parts that are started, such as "
                    + "FUSION_COMMIT_INTERVAL_MS=5; may be repeated.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--keep", description = "Keeps the state and the logs of the parts that were started.")
    private boolean keep;

    @Mixin
    private HomeOption home;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Runs a benchmark named after its command; returns the exit code, 1 if a check failed. */
    public int run(BenchProgram program) throws Exception {
        return run(command.name(), program);
    }

    /** Runs a benchmark whose result is not named after its command. */
    public int run(String name, BenchProgram program) throws Exception {
        BenchRun run = BenchRun.begin(name, commandLine(), System.out);
        environment.forEach(run::setting);
        program.measure(run);
        return finish(run.result());
    }

    /**
     * The platform to measure: a new one, or the one that runs. The caller must close it.
     *
     * @param parts names of the needed parts; the parts that they need are included
     * @param settings environment variables of the parts; {@code --set} overrides them
     */
    public BenchPlatform platform(BenchRun run, Set<String> parts, Map<String, String> settings) throws Exception {
        return platform(run, parts, settings, Shape.SINGLE);
    }

    /**
     * The platform to measure, with this shape if it is a new one. The caller must close it. @see #platform(BenchRun,
     * Set, Map)
     */
    public BenchPlatform platform(BenchRun run, Set<String> parts, Map<String, String> settings, Shape shape)
            throws Exception {
        if (attach) {
            return BenchPlatform.attach(
                    run,
                    home.config(
                            PlatformConfig.KAFKA,
                            PlatformConfig.REGISTRY_URL,
                            PlatformConfig.API_URL,
                            PlatformConfig.DRUID_URL));
        }
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(environment);
        return BenchPlatform.start(run, HomeOption.root(), parts, all, shape, keep);
    }

    private int finish(Result result) throws IOException {
        Path root = HomeOption.root();
        Path target = file == null ? root.resolve("target/bench/" + result.bench() + ".json") : file;
        result.writeTo(target);
        if (publish) {
            BenchmarkPage.in(root).keep(result);
        }
        System.out.println();
        System.out.println(Markdown.of(result));
        System.out.println("result: " + target);
        return result.passed() ? OK : FAILED;
    }

    /** The command line without the result's path. */
    private String commandLine() {
        StringBuilder line = new StringBuilder("./fusion");
        for (String argument : command.root().commandLine().getParseResult().originalArgs()) {
            if (!argument.equals("--publish")) {
                line.append(' ').append(argument);
            }
        }
        return line.toString();
    }
}
