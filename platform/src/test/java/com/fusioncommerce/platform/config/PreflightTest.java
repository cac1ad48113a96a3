package com.fusioncommerce.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    private Path home;

    private final Ports ports = Ports.free();

    @Test
    void a_machine_that_has_what_it_takes_has_no_problem() {
        assertThat(new Preflight(ports).problems(Map.of(Port.API, "api"), 1, home.resolve("not/there/yet")))
                .isEmpty();
    }

    @Test
    void a_port_in_use_is_named_with_who_wants_it_who_has_it_and_what_to_do() throws Exception {
        try (ServerSocket taken = new ServerSocket(ports.of(Port.API), 1, InetAddress.getLoopbackAddress())) {
            List<String> problems = new Preflight(ports).problems(Map.of(Port.API, "api"), 1, home);

            assertThat(problems)
                    .singleElement()
                    .asString()
                    .contains(
                            "port " + taken.getLocalPort(),
                            "api needs",
                            "process " + ProcessHandle.current().pid())
                    .contains("--port api=NNNN");
        }
    }

    @Test
    void too_little_memory_is_a_problem_that_says_how_much() {
        assertThat(Preflight.memory(5_000, OptionalLong.of(4_000)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("5000 MiB", "4000 MiB", "--only"));
        assertThat(Preflight.memory(5_000, OptionalLong.of(6_000))).isEmpty();
        assertThat(Preflight.memory(5_000, OptionalLong.empty())).isEmpty();
    }

    @Test
    void another_java_is_a_problem() {
        assertThat(Preflight.java(21)).hasValueSatisfying(problem -> assertThat(problem)
                .contains("Java 17 is needed", "Java 21", "JAVA_HOME"));
        assertThat(Preflight.java(17)).isEmpty();
    }
}
