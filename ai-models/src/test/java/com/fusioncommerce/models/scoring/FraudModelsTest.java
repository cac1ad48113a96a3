package com.fusioncommerce.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FraudModelsTest {
    @TempDir
    Path deployed;

    @TempDir
    Path kept;

    private FraudModels models;

    @BeforeEach
    void deployTheReleasedModel() throws IOException {
        deploy("2", "2");
        models = new FraudModels(deployed, kept);
    }

    @Test
    void a_copied_folder_with_a_higher_number_does_not_go_live() throws IOException {
        deploy("2", "10");

        assertLive("2", "2", null);
    }

    @Test
    void the_pinned_version_is_live() throws IOException {
        deploy("2", "3");
        rename("3");

        assertLive("3", "3", null);
    }

    @Test
    void where_the_pinned_version_is_refused_the_released_one_scores_and_it_is_said_why() throws IOException {
        assertLive("7", "2", "fraud/7/signature.json");
        deploy("2", "8");
        assertLive("8", "2", "holds model fraud 2");
    }

    @Test
    void where_the_live_folder_is_overwritten_in_part_the_copy_that_worked_scores_on() throws IOException {
        assertLive("2", "2", null);
        Files.write(deployed.resolve("fraud/2/model.onnx"), new byte[1_000]);

        assertLive("2", "2", "copied in part");
    }

    @Test
    void where_an_upgrade_fails_the_version_that_worked_last_scores_and_not_the_released_one() throws IOException {
        deploy("2", "3");
        rename("3");
        assertLive("3", "3", null);
        Files.delete(deployed.resolve("fraud/3/golden.csv"));

        assertLive("4", "3", "fraud/4");
        assertLive("3", "3", "golden.csv");
    }

    @Test
    void without_anything_to_fall_back_to_the_refusal_of_the_pinned_version_is_said() throws IOException {
        Files.delete(deployed.resolve("fraud/2/signature.json"));

        assertThatThrownBy(() -> models.live("2"))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("fraud/2/signature.json");
        assertThatThrownBy(() -> models.live("7")).hasMessageContaining("fraud/7/signature.json");
    }

    @Test
    void a_kept_copy_that_cannot_be_used_is_passed_over() throws IOException {
        assertLive("2", "2", null);
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.filter(path -> path.endsWith("model.onnx")).toList()) {
                Files.write(file, new byte[10]);
            }
        }

        assertLive("9", "2", "fraud/9");
        Files.writeString(kept.resolve("last-good"), "nonsense");
        assertLive("9", "2", "fraud/9");
        assertLive("2", "2", null);
        Files.delete(deployed.resolve("fraud/2/golden.csv"));
        assertLive("2", "2", "golden.csv");
    }

    @Test
    void that_no_copy_can_be_kept_is_said_and_stops_no_scoring() throws IOException {
        Path file = Files.writeString(kept.resolve("file"), "");
        try (LiveModel live = new FraudModels(deployed, file.resolve("kept")).live("2")) {
            assertThat(live.refusal()).isEmpty();
            assertThat(live.notKept()).hasValueSatisfying(why -> assertThat(why).contains("cannot keep a copy"));
        }
    }

    private void assertLive(String pinned, String version, String refusal) {
        try (LiveModel live = models.live(pinned)) {
            assertThat(live.version()).isEqualTo(version);
            assertThat(live.pinned()).isEqualTo(pinned);
            if (refusal == null) {
                assertThat(live.refusal()).isEmpty();
                assertThat(live.notKept()).isEmpty();
            } else {
                assertThat(live.refusal())
                        .hasValueSatisfying(why -> assertThat(why).contains(refusal));
            }
        }
    }

    private void deploy(String version, String as) throws IOException {
        Path folder = Files.createDirectories(deployed.resolve("fraud").resolve(as));
        try (Stream<Path> files = Files.list(Path.of("models", "fraud", version))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private void rename(String version) throws IOException {
        Path signature = deployed.resolve("fraud").resolve(version).resolve(ModelSignature.FILE);
        Files.writeString(
                signature,
                Files.readString(signature).replace("\"version\" : \"2\"", "\"version\" : \"" + version + "\""));
    }
}
