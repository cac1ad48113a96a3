package com.fusioncommerce.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    private Path directory;

    @Test
    void one_home_has_one_supervisor() throws Exception {
        Home home = new Home(directory);
        try (HomeLock held = HomeLock.take(home)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(AlreadyRunningException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("fusion down");
            assertThat(HomeLock.holder(home)).contains(ProcessHandle.current());
        }
        assertThat(HomeLock.holder(home)).isEmpty();
        HomeLock.take(home).close();
    }

    @Test
    void another_process_reads_how_to_reach_the_platform() throws Exception {
        Home home = new Home(directory);
        PlatformConfig config = PlatformConfig.local(Path.of("."), home, Ports.free());
        assertThat(RunningPlatform.in(home)).isEmpty();

        RunningPlatform.of(config, List.of("kafka"), true).writeTo(home);

        RunningPlatform read = RunningPlatform.in(home).orElseThrow();
        assertThat(read.ready()).isTrue();
        assertThat(read.parts()).containsExactly("kafka");
        assertThat(read.config(Path.of("."), home).kafka()).isEqualTo(config.kafka());
        RunningPlatform.forget(home);
        assertThat(RunningPlatform.in(home)).isEmpty();
    }
}
