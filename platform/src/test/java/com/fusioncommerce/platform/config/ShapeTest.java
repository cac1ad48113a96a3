package com.fusioncommerce.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void one_of_each_is_what_runs_where_nothing_is_said() {
        PlatformConfig config = PlatformConfig.local(Path.of("."), new Home(Path.of("home")), Ports.standard());

        assertThat(config.shape()).isEqualTo(new Shape(1, 1, FlinkMode.PROCESS));
        assertThat(config.apiUrls()).containsExactly(config.apiUrl());
    }

    @Test
    void of_three_brokers_one_may_be_missing() {
        Shape shape = Shape.SINGLE.withBrokers(3);

        assertThat(shape.replicas()).isEqualTo(3);
        assertThat(shape.replicasInSync()).isEqualTo(2);
        assertThat(Shape.SINGLE.replicasInSync()).isEqualTo(1);
    }

    @Test
    void two_brokers_are_refused_since_they_are_worse_than_one() {
        assertThatThrownBy(() -> Shape.SINGLE.withBrokers(2))
                .hasMessageContaining("brokers must be 1 or 3, not 2")
                .hasMessageContaining("majority");
    }

    @Test
    void there_is_at_least_one_node_and_a_port_for_each() {
        assertThatThrownBy(() -> Shape.SINGLE.withNodes(0)).hasMessageContaining("nodes must be 1 to 4");
        assertThatThrownBy(() -> Shape.SINGLE.withNodes(5)).hasMessageContaining("not 5");
    }

    @Test
    void clients_are_told_of_every_broker_and_every_node() {
        PlatformConfig config = PlatformConfig.local(Path.of("."), new Home(Path.of("home")), Ports.standard())
                .with(new Shape(3, 2, FlinkMode.PROCESS));

        assertThat(config.kafka()).isEqualTo("127.0.0.1:19092,127.0.0.1:19094,127.0.0.1:19096");
        assertThat(config.apiUrls())
                .extracting(Object::toString)
                .containsExactly("http://127.0.0.1:18080", "http://127.0.0.1:18083");
    }
}
