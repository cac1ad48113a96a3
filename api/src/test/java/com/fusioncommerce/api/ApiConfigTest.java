package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.web.ClientBounds;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiConfigTest {
    @Test
    void everything_has_a_default() {
        ApiConfig config = ApiConfig.fromEnvironment(Map.of());

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(18_080);
        assertThat(config.instance()).isZero();
        assertThat(config.jwks()).isEqualTo(".fusion/keys/jwks.json");
        assertThat(config.issuer()).isEqualTo("fusioncommerce");
        assertThat(config.audience()).isEqualTo("fusioncommerce");
        assertThat(config.peerSecret()).isEmpty();
        assertThat(config.druid()).hasToString("http://127.0.0.1:18888");
        assertThat(config.flink()).hasToString("http://127.0.0.1:18081");
        assertThat(config.origins()).isEmpty();
        assertThat(config.publicOrigins()).isEmpty();
        assertThat(config.maxBody()).isEqualTo(1_048_576);
        assertThat(config.threads()).isEqualTo(64);
        assertThat(config.connections()).isEqualTo(20_000);
        assertThat(config.clients()).isEqualTo(ClientBounds.USUAL);
        assertThat(config.healthPort()).isZero();
        assertThat(config.streamBytes()).isEqualTo(48 << 20);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.mostCommands()).isEqualTo(4_000);
        assertThat(config.mostCommandsOfTenant()).isEqualTo(2_000);
        assertThat(config.mostStreams()).isEqualTo(5_000);
        assertThat(config.mostStreamsOfTenant()).isEqualTo(1_000);
        assertThat(config.drain()).isEqualTo(Duration.ZERO);
    }

    @Test
    void every_key_sets_its_value() {
        Map<String, String> values = new HashMap<>();
        values.put("FUSION_API_HOST", "0.0.0.0");
        values.put("FUSION_API_PORT", "80");
        values.put("FUSION_API_INSTANCE", "15");
        values.put("FUSION_JWKS", "https://id.example/jwks");
        values.put("FUSION_JWT_ISSUER", "https://id.example");
        values.put("FUSION_JWT_AUDIENCE", "shop");
        values.put("FUSION_PEER_SECRET_FILE", "/etc/peer.secret");
        values.put("FUSION_DRUID_URL", "https://druid.example:9088");
        values.put("FUSION_FLINK_URL", "https://flink.example");
        values.put("FUSION_API_CORS_ORIGINS", "https://shop.example");
        values.put("FUSION_API_PUBLIC_ORIGIN", "https://ops.example");
        values.put("FUSION_API_MAX_BODY", "2048");
        values.put("FUSION_API_THREADS", "8");
        values.put("FUSION_API_CONNECTIONS", "16");
        values.put("FUSION_API_CONNECTIONS_OF_ADDRESS", "4");
        values.put("FUSION_API_PROXIES", "10.0.0.1");
        values.put("FUSION_API_TRANSFER_MB", "2");
        values.put("FUSION_API_TRANSFER_MB_OF_ADDRESS", "1");
        values.put("FUSION_API_TRANSFER_GRACE_MS", "500");
        values.put("FUSION_API_LEAST_RATE", "100");
        values.put("FUSION_API_HEALTH_PORT", "81");
        values.put("FUSION_API_TIMEOUT_MS", "250");
        values.put("FUSION_API_COMMANDS", "10");
        values.put("FUSION_API_COMMANDS_OF_TENANT", "9");
        values.put("FUSION_API_STREAMS", "8");
        values.put("FUSION_API_STREAMS_OF_TENANT", "7");
        values.put("FUSION_API_STREAM_MB", "3");
        values.put("FUSION_API_DRAIN_MS", "1500");
        assertThat(values.keySet()).isEqualTo(ApiConfig.KEYS.keySet());

        ApiConfig config = ApiConfig.fromEnvironment(values);

        assertThat(config)
                .hasToString("ApiConfig[host=0.0.0.0, port=80, instance=15, jwks=https://id.example/jwks,"
                        + " issuer=https://id.example, audience=shop, peerSecret=/etc/peer.secret, druid=https://druid.example:9088,"
                        + " flink=https://flink.example, origins=[https://shop.example],"
                        + " publicOrigins=[https://ops.example], maxBody=2048,"
                        + " threads=8, connections=16, clients=ClientBounds[connectionsOfAddress=4, proxies=[10.0.0.1],"
                        + " bytes=2097152, bytesOfAddress=1048576, grace=PT0.5S, leastRate=100], healthPort=81,"
                        + " timeout=PT0.25S, mostCommands=10, mostCommandsOfTenant=9,"
                        + " mostStreams=8, mostStreamsOfTenant=7, streamBytes=3145728, drain=PT1.5S]");
    }

    @Test
    void all_wrong_values_are_named_at_once() {
        Map<String, String> wrong = Map.of(
                "FUSION_API_PORT", "http",
                "FUSION_API_INSTANCE", "16",
                "FUSION_DRUID_URL", "druid",
                "FUSION_API_PROXIES", "proxy.example",
                "FUSION_REGISTRY_URL", "http://127.0.0.1:1",
                "FUSION_FRAUD_THRESHOLD", "2");

        assertThatThrownBy(() -> Main.start(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FUSION_API_PORT: http is no number")
                .hasMessageContaining("FUSION_API_INSTANCE: 16 is no number from 0 to 15")
                .hasMessageContaining("FUSION_DRUID_URL: druid is no http URL")
                .hasMessageContaining("FUSION_API_PROXIES: proxy.example is no address")
                .hasMessageContaining("FUSION_FRAUD_THRESHOLD");
    }

    @Test
    void a_jwks_that_cannot_be_read_is_a_wrong_value() {
        Map<String, String> environment =
                Map.of("FUSION_REGISTRY_URL", "http://127.0.0.1:1", "FUSION_JWKS", "/nowhere/jwks.json");

        assertThatThrownBy(() -> Main.start(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JWKS");
    }

    @Test
    void others_reach_an_instance_where_it_listens_unless_something_else_is_said() {
        ApiConfig config = ApiConfig.fromEnvironment(Map.of("FUSION_API_PORT", "1234"));

        assertThat(ApiConfig.withAdvertised(Map.of(), config)).containsEntry("FUSION_API_ADVERTISED", "127.0.0.1:1234");
        assertThat(ApiConfig.withAdvertised(Map.of("FUSION_API_ADVERTISED", "api-0:80"), config))
                .containsEntry("FUSION_API_ADVERTISED", "api-0:80");
    }

    @Test
    void help_tells_every_key() {
        String help = Main.help();

        ApiConfig.KEYS.forEach((key, meaning) -> assertThat(help).contains(key).contains(meaning));
        assertThat(help).contains("FUSION_KAFKA").contains("FUSION_REGISTRY_URL");
    }
}
