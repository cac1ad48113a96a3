package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryConfigTest {
    private static final String URL = "http://127.0.0.1:8081";

    @Test
    void without_further_settings_there_are_no_options() {
        assertThat(RegistryConfig.fromEnvironment(Map.of("FUSION_REGISTRY_URL", URL)))
                .isEqualTo(RegistryConfig.of(URL))
                .satisfies(config -> assertThat(config.urls()).containsExactly(URL))
                .satisfies(config -> assertThat(config.options()).isEmpty());
    }

    @Test
    void several_urls_are_separated_by_commas() {
        assertThat(RegistryConfig.of(" http://a:1 , http://b:2,").urls()).containsExactly("http://a:1", "http://b:2");
    }

    @Test
    void user_and_password_become_basic_authentication() {
        RegistryConfig config = RegistryConfig.fromEnvironment(
                Map.of("FUSION_REGISTRY_URL", URL, "FUSION_REGISTRY_USER_INFO", "reader:secret"));

        assertThat(config.options())
                .containsOnly(
                        Map.entry("basic.auth.credentials.source", "USER_INFO"),
                        Map.entry("basic.auth.user.info", "reader:secret"));
        assertThat(config.toString()).contains(URL).doesNotContain("secret");
    }

    @Test
    void tls_settings_go_under_the_clients_names() {
        RegistryConfig config = RegistryConfig.fromEnvironment(Map.of(
                "FUSION_REGISTRY_URL", URL,
                "FUSION_REGISTRY_SSL_TRUSTSTORE_LOCATION", "trust.p12",
                "FUSION_REGISTRY_SSL_KEYSTORE_PASSWORD", "secret"));

        assertThat(config.options())
                .containsOnly(
                        Map.entry("schema.registry.ssl.truststore.location", "trust.p12"),
                        Map.entry("schema.registry.ssl.keystore.password", "secret"));
    }

    @Test
    void blank_credentials_are_none() {
        assertThat(RegistryConfig.fromEnvironment(Map.of("FUSION_REGISTRY_URL", URL, "FUSION_REGISTRY_USER_INFO", " "))
                        .options())
                .isEmpty();
    }

    @Test
    void a_missing_url_is_named_by_its_variable() {
        assertThatThrownBy(() -> RegistryConfig.fromEnvironment(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FUSION_REGISTRY_URL");
    }
}
