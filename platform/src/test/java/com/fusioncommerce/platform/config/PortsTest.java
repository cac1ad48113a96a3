package com.fusioncommerce.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void the_usual_ports_are_those_that_are_documented() {
        Ports ports = Ports.standard();

        assertThat(ports.of(Port.KAFKA)).isEqualTo(19092);
        assertThat(ports.of(Port.REGISTRY)).isEqualTo(19081);
        assertThat(ports.of(Port.DRUID_ROUTER)).isEqualTo(18888);
        assertThat(ports.of(Port.API)).isEqualTo(18080);
        assertThat(ports.of(Port.FLINK)).isEqualTo(18081);
    }

    @Test
    void a_chosen_port_replaces_the_usual_one_and_no_other() {
        Ports ports = Ports.standardWith(Map.of(Port.API, 8080));

        assertThat(ports.of(Port.API)).isEqualTo(8080);
        assertThat(ports.of(Port.KAFKA)).isEqualTo(19092);
    }

    @Test
    void no_number_is_given_twice() {
        assertThatThrownBy(() -> Ports.standardWith(Map.of(Port.API, 19092)))
                .hasMessageContaining("port 19092 is given to both")
                .hasMessageContaining("kafka")
                .hasMessageContaining("api");
    }

    @Test
    void numbers_are_ports() {
        assertThatThrownBy(() -> Ports.standardWith(Map.of(Port.API, 0))).hasMessageContaining("api=0");
        assertThatThrownBy(() -> Ports.standardWith(Map.of(Port.API, 70_000))).hasMessageContaining("api=70000");
    }

    @Test
    void names_are_understood_and_others_refused() {
        assertThat(Arrays.stream(Port.values()).map(Port::label).map(Port::named))
                .containsExactly(Port.values());
        assertThatThrownBy(() -> Port.named("zoo")).hasMessageContaining("zookeeper");
    }

    @Test
    void what_was_kept_is_read_back() {
        Ports ports = Ports.free();

        assertThat(Ports.fromLabels(ports.byLabel()).byLabel()).isEqualTo(ports.byLabel());
    }
}
