package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.Shape;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSettingsTest {
    @TempDir
    private Path directory;

    private PlatformConfig config(int brokers) {
        return PlatformConfig.local(Path.of("."), new Home(directory), Ports.standard())
                .with(Shape.SINGLE.withBrokers(brokers));
    }

    private Properties settings(int brokers, int number) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(BrokerSettings.of(config(brokers), number, directory)));
        return settings;
    }

    @Test
    void one_broker_keeps_everything_once() throws Exception {
        assertThat(settings(1, 1))
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:19093")
                .containsEntry("default.replication.factor", "1")
                .containsEntry("min.insync.replicas", "1")
                .containsEntry("transaction.state.log.min.isr", "1");
    }

    @Test
    void three_brokers_keep_everything_three_times_and_may_miss_one() throws Exception {
        assertThat(settings(3, 2))
                .containsEntry("node.id", "2")
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:19094,CONTROLLER://127.0.0.1:19095")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:19093,2@127.0.0.1:19095,3@127.0.0.1:19097")
                .containsEntry("default.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2")
                .containsEntry("offsets.topic.replication.factor", "3")
                .containsEntry("transaction.state.log.replication.factor", "3")
                .containsEntry("transaction.state.log.min.isr", "2")
                .containsEntry("broker.session.timeout.ms", "3000");
    }

    @Test
    void storage_of_another_quorum_is_refused_with_what_to_do() throws Exception {
        Path properties = directory.resolve("server.properties");
        assertThatCode(() -> BrokerSettings.requireSameQuorum(properties, config(3)))
                .doesNotThrowAnyException();

        Files.writeString(properties, BrokerSettings.of(config(1), 1, directory));

        assertThatCode(() -> BrokerSettings.requireSameQuorum(properties, config(1)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> BrokerSettings.requireSameQuorum(properties, config(3)))
                .hasMessageContaining("--brokers 1")
                .hasMessageContaining("--fresh");
    }

    @Test
    void brokers_that_format_at_the_same_time_take_the_same_cluster_id() throws Exception {
        assertThat(ClusterId.of(new Home(directory))).isEqualTo(ClusterId.of(new Home(directory)));
    }
}
