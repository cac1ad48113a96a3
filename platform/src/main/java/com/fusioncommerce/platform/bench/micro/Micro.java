package com.fusioncommerce.platform.bench.micro;

import com.fusioncommerce.platform.bench.BenchProgram;
import com.fusioncommerce.platform.bench.BenchRun;
import com.fusioncommerce.platform.bench.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package in Java processes of their own. */
final class Micro implements BenchProgram {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String SUFFIX = "Micro";

    private final String include;
    private final Effort effort;

    /**
     * How thorough it is.
     *
     * @param forks Java processes for each benchmark
     * @param warmUps iterations before those that count
     * @param iterations that count
     * @param millis of each iteration
     */
    record Effort(int forks, int warmUps, int iterations, long millis) {}

    Micro(String include, Effort effort) {
        this.include = include;
        this.effort = effort;
    }

    @Override
    public void measure(BenchRun run) throws IOException {
        TimeValue time = TimeValue.milliseconds(effort.millis());
        run.warmUp(effort.warmUps() + " × " + effort.millis() + " ms in each process");
        run.setting("processes each", effort.forks());
        run.setting("iterations", effort.iterations() + " × " + effort.millis() + " ms");
        run.say("running the benchmarks that match %s", include);
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(Micro.class.getPackageName() + ".*" + include)
                            .forks(effort.forks())
                            .warmupIterations(effort.warmUps())
                            .warmupTime(time)
                            .measurementIterations(effort.iterations())
                            .measurementTime(time)
                            .addProfiler(GCProfiler.class)
                            .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
            fill(run.table("One operation", "operation", "with", "ns", "± ns (99.9 %)", "bytes allocated"), results);
        } catch (RunnerException e) {
            throw new IOException("the benchmarks could not be run: " + e.getMessage(), e);
        }
    }

    private static void fill(Table table, Collection<RunResult> results) {
        List<RunResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing(Micro::name).thenComparing(Micro::parameters));
        for (RunResult result : sorted) {
            double nanos = result.getPrimaryResult().getScore();
            double error = result.getPrimaryResult().getScoreError();
            double bytes = result.getSecondaryResults().get(ALLOCATED).getScore();
            table.row(name(result), parameters(result), nanos, Double.isNaN(error) ? null : error, bytes);
        }
    }

    /** Such as {@code Order.place}. */
    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        int method = full.lastIndexOf('.');
        String type = full.substring(full.lastIndexOf('.', method - 1) + 1, method);
        return type.replace(SUFFIX, "") + full.substring(method);
    }

    private static String parameters(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getParamsKeys().stream()
                .map(key -> key + " " + params.getParam(key))
                .collect(Collectors.joining(", "));
    }
}
