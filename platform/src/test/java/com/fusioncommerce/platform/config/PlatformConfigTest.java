package com.fusioncommerce.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.RegistryConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformConfigTest {
    private static final Home HOME = new Home(Path.of("home"));

    @Test
    void addresses_follow_from_the_ports() {
        PlatformConfig config = PlatformConfig.local(Path.of("."), HOME, Ports.standard());

        assertThat(config.kafka()).isEqualTo("127.0.0.1:19092");
        assertThat(config.registryUrl()).isEqualTo("http://127.0.0.1:19081/apis/ccompat/v7");
        assertThat(config.druidUrl()).hasToString("http://127.0.0.1:18888");
        assertThat(config.flinkUrl()).hasToString("http://127.0.0.1:18081");
        assertThat(config.apiUrl()).hasToString("http://127.0.0.1:18080");
        assertThat(config.isGiven(PlatformConfig.KAFKA)).isFalse();
    }

    @Test
    void addresses_from_the_environment_go_first() {
        PlatformConfig config = new PlatformConfig(
                Path.of("."),
                HOME,
                Ports.standard(),
                Loopback.TEXT,
                Map.of(
                        PlatformConfig.KAFKA, "broker:9092",
                        PlatformConfig.REGISTRY_URL, "http://one/v7,http://two/v7",
                        PlatformConfig.DRUID_URL, "http://druid:8888",
                        PlatformConfig.API_URL, "https://shop.example"));

        assertThat(config.kafka()).isEqualTo("broker:9092");
        assertThat(config.registryUrl()).isEqualTo("http://one/v7,http://two/v7");
        assertThat(config.druidUrl()).hasToString("http://druid:8888");
        assertThat(config.apiUrl()).hasToString("https://shop.example");
        assertThat(config.isGiven(PlatformConfig.KAFKA)).isTrue();
    }

    @Test
    void an_address_that_is_no_url_is_refused_by_its_name() {
        for (String name : List.of(PlatformConfig.REGISTRY_URL, PlatformConfig.DRUID_URL, PlatformConfig.API_URL)) {
            for (String wrong : List.of("notaurl", "ftp://host", "http://", "localhost:8080")) {
                assertThatThrownBy(() -> new PlatformConfig(
                                Path.of("."), HOME, Ports.standard(), Loopback.TEXT, Map.of(name, wrong)))
                        .hasMessageContaining(name)
                        .hasMessageContaining(wrong);
            }
        }
    }

    @Test
    void the_registry_is_reached_with_what_the_environment_says_of_its_users() {
        PlatformConfig config = new PlatformConfig(
                Path.of("."), HOME, Ports.standard(), Loopback.TEXT, Map.of(RegistryConfig.USER_INFO, "shop:secret"));

        assertThat(config.registry().urls()).containsExactly("http://127.0.0.1:19081/apis/ccompat/v7");
        assertThat(config.registry().options()).containsValue("shop:secret");
    }
}
