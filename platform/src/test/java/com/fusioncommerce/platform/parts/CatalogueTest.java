package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.config.FlinkMode;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.supervisor.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final int WHOLE_PLATFORM_MIB = 6 * 1024;

    private static Catalogue catalogue(Map<String, String> environment) {
        return new Catalogue(new PlatformConfig(
                Path.of("."), new Home(Path.of("home")), Ports.standard(), Loopback.TEXT, environment));
    }

    private static List<String> select(String... chosen) {
        return names(catalogue(Map.of()).select(Set.of(chosen)));
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).toList();
    }

    @Test
    void every_part_comes_after_what_it_needs() {
        List<String> before = new ArrayList<>();
        for (Part part : catalogue(Map.of()).all()) {
            assertThat(before).containsAll(part.needs());
            before.add(part.name());
        }
    }

    @Test
    void stopping_in_reverse_ends_readers_first_and_kafka_last() {
        List<String> names = names(catalogue(Map.of()).all());

        assertThat(names).startsWith("kafka").endsWith("flink", "api");
        assertThat(names.indexOf("zookeeper")).isLessThan(names.indexOf("druid"));
    }

    @Test
    void nothing_chosen_is_everything() {
        assertThat(select())
                .containsExactly(
                        "kafka", "registry", "zookeeper", "druid", "topics", "schemas", "ingestion", "flink", "api");
    }

    @Test
    void a_part_brings_what_it_needs() {
        assertThat(select("kafka", "api")).containsExactly("kafka", "registry", "topics", "schemas", "api");
        assertThat(select("kafka")).containsExactly("kafka", "topics");
        assertThat(select("druid")).containsExactly("zookeeper", "druid");
    }

    @Test
    void a_step_is_part_of_what_it_works_on() {
        assertThat(select("druid", "flink")).contains("ingestion");
    }

    @Test
    void what_is_given_from_outside_is_not_started() {
        assertThat(names(catalogue(Map.of(
                                PlatformConfig.KAFKA, "broker:9092",
                                PlatformConfig.DRUID_URL, "http://druid:8888"))
                        .select(Set.of())))
                .containsExactly("registry", "topics", "schemas", "ingestion", "flink", "api");
    }

    @Test
    void an_unknown_part_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> select("kafak"))
                .hasMessageContaining("no part is named kafak")
                .hasMessageContaining("kafka, registry");
    }

    @Test
    void further_brokers_and_nodes_are_parts_of_their_own() {
        Catalogue large = new Catalogue(config(new Shape(3, 2, FlinkMode.PROCESS)));

        assertThat(names(large.select(Set.of("api"))))
                .containsExactly("kafka", "kafka-2", "kafka-3", "registry", "topics", "schemas", "api", "api-2");
        assertThat(names(large.select(Set.of("kafka-2")))).startsWith("kafka", "kafka-2", "kafka-3");
        assertThat(names(large.select(Set.of("api-2")))).contains("api-2").doesNotContain("api");
    }

    @Test
    void a_part_is_named_alone_and_a_kind_stands_for_all_of_it() {
        Catalogue large = new Catalogue(config(new Shape(3, 2, FlinkMode.PROCESS)));

        assertThat(names(large.named(Set.of("kafka-2")))).containsExactly("kafka-2");
        assertThat(names(large.named(Set.of("kafka", "api"))))
                .containsExactly("kafka", "kafka-2", "kafka-3", "api", "api-2");
    }

    @Test
    void every_port_belongs_to_one_part_of_the_largest_platform() {
        List<PlatformServer> servers = servers(new Shape(3, Shape.MOST_NODES, FlinkMode.CLUSTER));

        assertThat(servers.stream().flatMap(server -> server.ports().stream()))
                .containsExactlyInAnyOrder(Port.values());
    }

    @Test
    void the_usual_platform_fits_in_memory_and_so_does_one_of_which_any_process_may_die() {
        assertThat(memory(Shape.SINGLE)).isLessThan(WHOLE_PLATFORM_MIB);
        assertThat(memory(new Shape(3, 2, FlinkMode.CLUSTER))).isLessThan(2 * WHOLE_PLATFORM_MIB);
    }

    private static int memory(Shape shape) {
        return servers(shape).stream().mapToInt(PlatformServer::memoryMib).sum();
    }

    private static List<PlatformServer> servers(Shape shape) {
        return new Catalogue(config(shape))
                .all().stream()
                        .filter(PlatformServer.class::isInstance)
                        .map(PlatformServer.class::cast)
                        .toList();
    }

    private static PlatformConfig config(Shape shape) {
        return PlatformConfig.local(Path.of("."), new Home(Path.of("home")), Ports.standard())
                .with(shape);
    }
}
