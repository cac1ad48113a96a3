package com.fusioncommerce.models.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.models.training.Quality.Confusion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFraudModelTest {
    private static final Path SHIPPED = Path.of("models", "fraud", "1");
    private static final String SHIPPED_SHA256 = "801da05866ccd5a6df3a7d9fdef3c4333f9b4818f61ed4caa8b038b159c5f78e";

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void training_twice_gives_the_same_bytes() throws IOException {
        train(TrainingPlan.small(), first);
        train(TrainingPlan.small(), second);

        assertThat(hashes(first.resolve("fraud/1")))
                .isEqualTo(hashes(second.resolve("fraud/1")))
                .containsOnlyKeys("README.md", "golden.csv", "model.onnx", "serving.properties", "signature.json");
    }

    @Test
    void the_shipped_model_is_what_the_program_trains() throws IOException {
        String printed = train(TrainingPlan.shipped(), first);

        assertThat(hashes(first.resolve("fraud/1"))).isEqualTo(hashes(SHIPPED));
        assertThat(hashes(SHIPPED)).containsEntry("model.onnx", SHIPPED_SHA256);
        assertThat(printed).contains("sha256 " + SHIPPED_SHA256, "area under the ROC curve");
        assertThat(Files.readString(SHIPPED.resolve("README.md"))).contains(SHIPPED_SHA256);
    }

    @Test
    void a_model_of_a_small_history_is_already_useful() throws IOException {
        TrainedFraudModel model = TrainFraudModel.train(
                TrainingPlan.small(), first, new PrintStream(new ByteArrayOutputStream(), false, UTF_8));

        assertThat(model.quality().areaUnderRoc()).isGreaterThan(0.9);
        Confusion confusion = model.quality().at(0.5);
        assertThat(confusion.precision()).isGreaterThan(0.6);
        assertThat(confusion.recall()).isGreaterThan(0.3);
    }

    @Test
    void history_is_split_by_time_into_parts_that_do_not_overlap() {
        Examples history = SimulatedHistory.of(TrainingPlan.small());
        Examples train = history.part(0, TrainedFraudModel.TRAIN_UNTIL);
        Examples validation = history.part(TrainedFraudModel.TRAIN_UNTIL, TrainedFraudModel.VALIDATE_UNTIL);
        Examples test = history.part(TrainedFraudModel.VALIDATE_UNTIL, 1);

        assertThat(train.size() + validation.size() + test.size()).isEqualTo(history.size());
        assertThat(validation.row(0)).isSameAs(history.row(train.size()));
        assertThat(test.row(test.size() - 1)).isSameAs(history.row(history.size() - 1));
        assertThat(List.of(train.frauds(), validation.frauds(), test.frauds())).allMatch(frauds -> frauds > 0);
    }

    @Test
    void the_program_wants_to_know_where_to_write() {
        assertThatThrownBy(() -> TrainFraudModel.main(new String[0])).hasMessageContaining("model repository");
    }

    private static String train(TrainingPlan plan, Path repository) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TrainFraudModel.train(plan, repository, new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                hashes.put(file.getFileName().toString(), TrainFraudModel.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
