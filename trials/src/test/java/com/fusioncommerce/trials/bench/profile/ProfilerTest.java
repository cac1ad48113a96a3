package com.fusioncommerce.trials.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.bench.profile.Attribution.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {
    private static final String SOURCE =
            "public class Busy { public static void main(String[] a) { System.out.println(1); double x = 1;"
                    + " while (true) { x = Math.sin(x) + a.length; if (x == 7) { System.out.println(x); } } } }";

    @TempDir
    private Path directory;

    @Test
    void sees_what_a_process_does() throws Exception {
        Process busy = busy();
        try {
            assertThat(busy.getInputStream().read()).isPositive();
            Profiler profiler = Profiler.in(directory);
            Profiler.Sampling sampling = profiler.start(busy.pid());
            awaitProcessorTime(busy, Duration.ofMillis(300));

            Attribution seen = sampling.stop();

            assertThat(seen.shares()).isNotEmpty();
            assertThat(seen.shares().stream().mapToDouble(Share::of).sum()).isBetween(0.999, 1.001);
        } finally {
            busy.destroyForcibly();
        }
    }

    private static void awaitProcessorTime(Process process, Duration more) {
        Duration from = taken(process);
        while (taken(process).minus(from).compareTo(more) < 0 && process.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static Duration taken(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private Process busy() throws IOException {
        Path source = directory.resolve("Busy.java");
        java.nio.file.Files.writeString(source, SOURCE);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
