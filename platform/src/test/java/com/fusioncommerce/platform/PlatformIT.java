package com.fusioncommerce.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.AlreadyRunningException;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.status.StatusReader;
import com.fusioncommerce.platform.status.StatusReport;
import com.fusioncommerce.platform.supervisor.PidFile;
import com.fusioncommerce.platform.supervisor.Watcher;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts, uses and stops a real Kafka and registry through {@link Platform}. */
class PlatformIT {
    private static final Set<String> KAFKA_AND_REGISTRY = Set.of("kafka", "registry");

    @TempDir
    private Path directory;

    @Test
    void kafka_and_registry_come_up_provisioned_survive_a_death_and_leave_nothing_behind() throws Exception {
        PlatformConfig config = PlatformConfig.local(HomeOption.root(), new Home(directory), Ports.free());
        List<PidFile> processes;
        try (Platform platform = Platform.start(config, KAFKA_AND_REGISTRY, Watcher.silent())) {
            processes = PidFile.in(config.home().run());
            assertThat(processes).extracting(PidFile::part).containsExactly("registry", "kafka");
            assertThat(topics(config))
                    .containsAll(Topics.all().stream().map(Topic::name).toList());
            assertThatThrownBy(() -> Platform.start(config, KAFKA_AND_REGISTRY, Watcher.silent()))
                    .isInstanceOf(AlreadyRunningException.class);

            ProcessHandle registry =
                    ProcessHandle.of(platform.pid("registry").getAsLong()).orElseThrow();
            registry.destroyForcibly();
            assertThat(registry.onExit()).succeedsWithin(Duration.ofSeconds(10));

            StatusReport report = new StatusReader(config, KAFKA_AND_REGISTRY).read(true);
            assertThat(report.parts())
                    .filteredOn(part -> part.name().equals("kafka"))
                    .allSatisfy(kafka -> {
                        assertThat(kafka.up()).isTrue();
                        assertThat(kafka.version()).isEqualTo("4.3.1");
                        assertThat(kafka.residentMib()).isPositive();
                    });
        }
        assertThat(processes)
                .allSatisfy(process -> assertThat(process.process()).isEmpty());
        assertThat(PidFile.in(config.home().run())).isEmpty();
    }

    @Test
    void state_survives_a_restart() throws Exception {
        PlatformConfig config = PlatformConfig.local(HomeOption.root(), new Home(directory), Ports.free());
        String cluster;
        try (Platform platform = Platform.start(config, Set.of("kafka"), Watcher.silent())) {
            cluster = clusterId(platform.config());
        }
        RecordedNotes notes = new RecordedNotes();
        try (Platform platform = Platform.start(config, Set.of("kafka"), notes)) {
            assertThat(clusterId(platform.config())).isEqualTo(cluster);
            assertThat(notes.of("topics")).startsWith("0 topics made");
        }
    }

    private static Set<String> topics(PlatformConfig config) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.kafka()))) {
            return admin.listTopics().names().get();
        }
    }

    private static String clusterId(PlatformConfig config) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.kafka()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static final class RecordedNotes implements Watcher {
        private final Map<String, String> notes = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public void ready(String part, Duration took, String note) {
            notes.put(part, note);
        }

        String of(String part) {
            return notes.get(part);
        }
    }
}
