package com.fusioncommerce.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.HomeLock;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.supervisor.PidFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in child processes; one part is enough to test it. */
class UpIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    private final Ports ports = Ports.free();

    @AfterEach
    void leaveNothingRunning() throws Exception {
        fusion("down");
    }

    @Test
    void up_in_the_background_is_ready_seen_by_status_and_ended_by_down() throws Exception {
        Ended up = fusion(up());
        assertThat(up.said()).contains("READY after", "http://127.0.0.1:" + ports.of(Port.REGISTRY), Summary.DETACHED);
        assertThat(up.said()).doesNotContain("Ctrl-C");
        assertThat(up.exitCode()).isZero();
        assertThat(fusion("status").said()).containsPattern("registry +up +3\\.0\\.9 +" + ports.of(Port.REGISTRY));

        Ended second = fusion(up());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said()).contains("a platform is running already");

        List<PidFile> processes = PidFile.in(new Home(home).run());
        assertThat(fusion("down").exitCode()).isZero();
        assertThat(processes).singleElement().satisfies(process -> assertThat(process.process())
                .isEmpty());
        assertThat(fusion("status").exitCode()).isEqualTo(1);
    }

    @Test
    void down_cleans_up_after_a_supervisor_that_was_killed() throws Exception {
        assertThat(fusion(up()).exitCode()).isZero();
        List<PidFile> processes = PidFile.in(new Home(home).run());
        ProcessHandle supervisor = HomeLock.holder(new Home(home)).orElseThrow();
        supervisor.destroyForcibly();
        Awaitility.await("the supervisor is gone").atMost(PATIENCE).until(() -> HomeLock.holder(new Home(home))
                .isEmpty());
        assertThat(processes)
                .allSatisfy(process -> assertThat(process.process()).isPresent());

        Ended status = fusion("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.said()).contains("its supervisor is gone");

        assertThat(fusion("down").said()).contains("registry   stopped");
        assertThat(processes)
                .allSatisfy(process -> assertThat(process.process()).isEmpty());
    }

    @Test
    void up_restarts_what_dies_and_says_so() throws Exception {
        assertThat(fusion(up()).exitCode()).isZero();
        PidFile first = PidFile.in(new Home(home).run()).get(0);
        first.process().orElseThrow().destroyForcibly();

        Awaitility.await("the registry runs again").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(PidFile.in(new Home(home).run())).singleElement().satisfies(file -> assertThat(file.pid())
                    .isNotEqualTo(first.pid()));
            assertThat(home.resolve("run/up.log"))
                    .content()
                    .contains("registry   killed by signal 9, starting it again in 1.0 s");
        });
    }

    private String[] up() {
        List<String> arguments = new ArrayList<>(List.of("up", "--only", "registry", "--detach"));
        for (Port port : Port.values()) {
            arguments.addAll(List.of("--port", port.label() + "=" + ports.of(port)));
        }
        return arguments.toArray(String[]::new);
    }

    private Ended fusion(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfusion.root=" + HomeOption.root(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Fusion.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private record Ended(int exitCode, String said) {}
}
