package com.fusioncommerce.platform.supervisor;

import static com.fusioncommerce.platform.supervisor.ShellServer.STAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Backoff.Schedule QUICK =
            new Backoff.Schedule(Duration.ofMillis(20), Duration.ofMillis(80), Duration.ofMinutes(1));

    @TempDir
    private Path home;

    private final RecordingWatcher watcher = new RecordingWatcher();

    private Supervisor supervise(Part... parts) {
        return new Supervisor(List.of(parts), run(), home.resolve("log"), watcher, QUICK);
    }

    private Path run() {
        return home.resolve("run");
    }

    @Test
    void a_part_starts_when_what_it_needs_is_ready() throws Exception {
        AtomicBoolean stepDone = new AtomicBoolean();
        try (Supervisor supervisor = supervise(
                ShellServer.of("base", STAYS),
                new SimpleStep("step", Set.of("base"), () -> stepDone.compareAndSet(false, true) ? "done" : "again"),
                ShellServer.of("top", STAYS, "step")
                        .readyWhen(() -> stepDone.get() ? Health.ok() : Health.down("too early")))) {
            supervisor.start();
        }
        assertThat(watcher.events())
                .containsExactly("ready base", "ready step: done", "ready top", "stopped top", "stopped base");
    }

    @Test
    void a_need_that_was_not_chosen_counts_as_met() throws Exception {
        try (Supervisor supervisor = supervise(ShellServer.of("top", STAYS, "elsewhere"))) {
            supervisor.start();
            assertThat(supervisor.pid("top")).isPresent();
        }
    }

    @Test
    void a_server_that_dies_is_started_again_and_its_last_words_are_told() throws Exception {
        try (Supervisor supervisor = supervise(ShellServer.of("kafka", "echo $GREETING; " + STAYS))) {
            supervisor.start();
            long first = supervisor.pid("kafka").getAsLong();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            watcher.await(2, "ready kafka"::equals);

            assertThat(supervisor.pid("kafka").getAsLong()).isNotEqualTo(first);
            assertThat(watcher.events()).contains("died kafka: killed by signal 9; hello; again in PT0.02S");
        }
    }

    @Test
    void a_server_whose_restart_was_asked_for_is_started_at_once_and_nobody_is_alarmed() throws Exception {
        try (Supervisor supervisor = supervise(ShellServer.of("kafka", STAYS))) {
            supervisor.start();
            long first = supervisor.pid("kafka").getAsLong();

            new Restart(run(), Watcher.silent()).restart(ShellServer.of("kafka", STAYS));

            assertThat(supervisor.pid("kafka").getAsLong()).isNotEqualTo(first);
            assertThat(watcher.events()).noneMatch(event -> event.startsWith("died"));
        }
    }

    @Test
    void what_does_not_run_cannot_be_restarted() {
        assertThatThrownBy(() -> new Restart(run(), Watcher.silent()).restart(ShellServer.of("kafka", STAYS)))
                .hasMessageContaining("kafka does not run");
    }

    @Test
    void each_death_doubles_the_wait() throws Exception {
        try (Supervisor supervisor = supervise(ShellServer.of("kafka", STAYS))) {
            supervisor.start();
            for (int death = 1; death <= 4; death++) {
                ProcessHandle.of(supervisor.pid("kafka").getAsLong())
                        .orElseThrow()
                        .destroyForcibly();
                watcher.await(death + 1, "ready kafka"::equals);
            }
        }
        assertThat(watcher.events().stream().filter(event -> event.startsWith("died")))
                .extracting(event -> event.substring(event.lastIndexOf(' ') + 1))
                .containsExactly("PT0.02S", "PT0.04S", "PT0.08S", "PT0.08S");
    }

    @Test
    void a_server_that_never_gets_ready_fails_the_start_with_its_log() {
        Supervisor supervisor = supervise(
                ShellServer.of("base", STAYS),
                ShellServer.of("broken", "echo no such file; exit 3", "base").readyWhen(() -> Health.down("silent")));

        assertThatThrownBy(supervisor::start)
                .isInstanceOfSatisfying(StartException.class, problem -> assertThat(problem.logTail())
                        .contains("no such file"))
                .hasMessage("broken: ended with exit code 3, 3 times in a row");
        assertThat(watcher.events()).contains("stopped base");
        assertThat(Leftovers.in(run())).isEmpty();
    }

    @Test
    void a_server_that_takes_too_long_fails_the_start_and_is_ended() {
        Supervisor supervisor = supervise(ShellServer.of("slow", STAYS)
                .readyWhen(() -> Health.down("still loading"))
                .within(Duration.ofMillis(600)));

        assertThatThrownBy(supervisor::start)
                .hasMessageStartingWith("slow: not ready after")
                .hasMessageEndingWith("still loading");
        assertThat(Leftovers.in(run())).isEmpty();
    }

    @Test
    @Timeout(30)
    void a_server_that_cannot_even_be_prepared_fails_the_start() {
        Server unprepared = new Server() {
            @Override
            public String name() {
                return "druid";
            }

            @Override
            public Set<String> needs() {
                return Set.of();
            }

            @Override
            public Launch launch(Progress progress) {
                throw new IllegalArgumentException("no value for ${port}");
            }

            @Override
            public Probe probe() {
                return Health::ok;
            }
        };
        try (Supervisor supervisor = supervise(unprepared)) {
            assertThatThrownBy(supervisor::start)
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("druid: no value for ${port}");
        }
    }

    @Test
    void a_step_that_fails_stops_everything() {
        Supervisor supervisor =
                supervise(ShellServer.of("base", STAYS), new SimpleStep("topics", Set.of("base"), () -> {
                    throw new IllegalStateException("too few brokers");
                }));

        assertThatThrownBy(supervisor::start).isInstanceOf(StartException.class).hasMessage("topics: too few brokers");
        assertThat(watcher.events()).containsExactly("ready base", "stopped base");
    }

    @Test
    void a_server_that_does_not_listen_is_killed_with_its_children() throws Exception {
        Path child = home.resolve("child");
        try (Supervisor supervisor = supervise(
                ShellServer.of("deaf", "trap '' TERM; sleep 600 & echo $! > " + child + "; while :; do wait; done")
                        .readyWhen(() -> Files.exists(child) ? Health.ok() : Health.down("not yet"))
                        .killedAfter(Duration.ofMillis(200)))) {
            supervisor.start();
        }
        assertThat(watcher.events()).containsExactly("ready deaf", "killed deaf");
        long pid = Long.parseLong(Files.readString(child).strip());
        ProcessHandle.of(pid).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void pid_files_stand_for_what_runs() throws Exception {
        try (Supervisor supervisor = supervise(ShellServer.of("one", STAYS), ShellServer.of("two", STAYS, "one"))) {
            supervisor.start();
            assertThat(PidFile.in(run())).extracting(PidFile::part).containsExactly("two", "one");
            assertThat(PidFile.in(run()))
                    .allSatisfy(file -> assertThat(file.process()).isPresent());
        }
        assertThat(PidFile.in(run())).isEmpty();
    }

    @Test
    void closing_while_it_starts_ends_the_start() throws Exception {
        Supervisor supervisor = supervise(ShellServer.of("slow", STAYS).readyWhen(() -> {
            watcher.ready("asked", Duration.ZERO, "");
            return Health.down("still loading");
        }));
        Thread closer = new Thread(() -> {
            try {
                watcher.await(1, "ready asked"::equals);
                supervisor.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closer.start();

        assertThatThrownBy(supervisor::start).hasMessageContaining("was stopped before it was ready");
        closer.join();
        assertThat(watcher.events()).contains("stopped slow");
    }

    private record SimpleStep(String name, Set<String> needs, java.util.function.Supplier<String> work)
            implements Step {
        @Override
        public String run() {
            return work.get();
        }
    }
}
