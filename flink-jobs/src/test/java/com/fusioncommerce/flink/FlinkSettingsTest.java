package com.fusioncommerce.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.models.scoring.FraudModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkSettingsTest {
    @TempDir
    Path models;

    @Test
    void what_is_not_set_has_its_default() {
        FlinkSettings settings = FlinkSettings.fromEnvironment(environment(Map.of()));

        assertThat(settings.kafka()).isEqualTo("kafka:9092");
        assertThat(settings.models()).isEqualTo(models);
        assertThat(settings.pinned()).isEqualTo(FraudModel.RELEASED);
        assertThat(settings.checkpoints()).isEqualTo(Path.of("checkpoints").toAbsolutePath());
        assertThat(settings.port()).isEqualTo(18_081);
        assertThat(settings.metricsPort()).isEmpty();
        assertThat(settings.parallelism()).isEqualTo(1);
    }

    @Test
    void every_variable_is_read() {
        FlinkSettings settings = FlinkSettings.fromEnvironment(environment(Map.of(
                "FUSION_FRAUD_MODEL",
                "7",
                "FUSION_FLINK_PORT",
                "1234",
                "FUSION_FLINK_METRICS_PORT",
                "1235",
                "FUSION_FLINK_PARALLELISM",
                "3")));

        assertThat(settings.pinned()).isEqualTo("7");
        assertThat(settings.port()).isEqualTo(1_234);
        assertThat(settings.metricsPort()).hasValue(1_235);
        assertThat(settings.parallelism()).isEqualTo(3);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> FlinkSettings.fromEnvironment(Map.of(
                        "FUSION_FRAUD_MODEL",
                        "../x",
                        "FUSION_FLINK_PORT",
                        "99999",
                        "FUSION_FLINK_PARALLELISM",
                        "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FUSION_KAFKA is not set")
                .hasMessageContaining("FUSION_MODELS is not set")
                .hasMessageContaining("FUSION_FRAUD_MODEL must be the number of a version, not ../x")
                .hasMessageContaining("FUSION_CHECKPOINTS is not set")
                .hasMessageContaining("FUSION_REGISTRY_URL is not set")
                .hasMessageContaining("FUSION_FLINK_PORT must be from 1 to 65535, not 99999")
                .hasMessageContaining("FUSION_FLINK_PARALLELISM must be from 1 to 64, not many");
        assertThatThrownBy(() -> FlinkSettings.fromEnvironment(environment(
                        Map.of("FUSION_MODELS", models.resolve("none").toString()))))
                .hasMessageContaining("FUSION_MODELS is no folder");
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "FUSION_KAFKA", "kafka:9092",
                "FUSION_MODELS", models.toString(),
                "FUSION_CHECKPOINTS", "checkpoints",
                "FUSION_REGISTRY_URL", "http://registry"));
        environment.putAll(more);
        return environment;
    }
}
