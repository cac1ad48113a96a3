package com.fusioncommerce.platform.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DruidServerTest {
    private static final DruidServer.Ports PORTS = new DruidServer.Ports(101, 102, 103, 104, 105, 106, 107);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"coordinator,103", "broker,104", "historical,105", "indexer,106", "router,107"})
    void every_service_has_its_port(String service, String port) throws IOException {
        prepare();

        Properties properties = properties("conf/" + service + "/runtime.properties");
        assertThat(properties.getProperty("druid.plaintextPort")).isEqualTo(port);
        assertThat(properties.getProperty("druid.service")).isEqualTo("druid/" + service);
    }

    @Test
    void all_of_it_is_reached_from_this_machine_only() throws IOException {
        prepare();

        Properties common = properties("conf/_common/common.runtime.properties");
        assertThat(common.getProperty("druid.host")).isEqualTo("127.0.0.1");
        assertThat(common.getProperty("druid.bindOnHost")).isEqualTo("true");
        assertThat(common.getProperty("druid.zk.service.host")).isEqualTo("127.0.0.1:101");
        assertThat(common.getProperty("druid.metadata.storage.connector.host")).isEqualTo("127.0.0.1");
        assertThat(common.getProperty("druid.metadata.storage.connector.port")).isEqualTo("102");
        Properties zookeeper = properties("conf/zookeeper/zoo.cfg");
        assertThat(zookeeper.getProperty("clientPortAddress")).isEqualTo("127.0.0.1");
        assertThat(zookeeper.getProperty("clientPort")).isEqualTo("101");
        assertThat(zookeeper.getProperty("admin.enableServer")).isEqualTo("false");
    }

    @Test
    void a_killed_task_begins_again_at_the_committed_offsets() throws IOException {
        prepare();

        assertThat(properties("conf/indexer/runtime.properties"))
                .containsEntry("druid.indexer.task.restoreTasksOnRestart", "false");
    }

    @Test
    void nothing_is_left_to_fill_in() throws IOException {
        prepare();

        try (Stream<Path> files = Files.walk(folder.resolve("work/conf"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(8)
                    // Log4j resolves these placeholders itself.
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("\\$\\{(?!env:)"));
        }
    }

    @Test
    void commands_name_what_lies_in_the_two_folders() {
        DruidServer server = prepare();

        assertThat(server.druidCommand())
                .contains(
                        folder.resolve("dist/launcher/druid-launcher.jar").toString(),
                        folder.resolve("dist/lib").toString(),
                        folder.resolve("work/conf").toString())
                .endsWith(folder.resolve("work/temporary").toString());
        assertThat(server.zookeeperCommand())
                .endsWith(folder.resolve("work/conf/zookeeper/zoo.cfg").toString());
    }

    @Test
    void data_is_kept() throws IOException {
        prepare();
        Path segment = Files.writeString(folder.resolve("work/segments/a"), "data");

        prepare();

        assertThat(segment).hasContent("data");
    }

    @Test
    void a_missing_value_is_named() {
        assertThatThrownBy(() -> new ConfigTemplate("a=${b.c}").fill(Map.of())).hasMessageContaining("${b.c}");
        assertThatThrownBy(() -> ConfigTemplate.load("nonsense")).hasMessageContaining("nonsense");
        assertThat(new ConfigTemplate("a=${b.c}").fill(Map.of("b.c", "$1"))).isEqualTo("a=$1");
    }

    private DruidServer prepare() {
        return DruidServer.prepare(folder.resolve("dist"), folder.resolve("work"), PORTS);
    }

    private Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("work").resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
