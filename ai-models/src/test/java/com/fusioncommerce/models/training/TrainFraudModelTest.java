package com.fusioncommerce.models.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.models.scoring.ModelFiles;
import com.fusioncommerce.models.training.Quality.Confusion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFraudModelTest {
    private static final Path SHIPPED = Path.of("models", "fraud", "2");
    private static final String SHIPPED_SHA256 = "95bb1be091c12f6dc80b5c30be60211572c24d3f688f09cf815a10f85dbf6a0d";

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void training_twice_gives_the_same_bytes() throws IOException {
        train(TrainingPlan.small(), first);
        train(TrainingPlan.small(), second);

        assertThat(hashes(first.resolve("fraud/2")))
                .isEqualTo(hashes(second.resolve("fraud/2")))
                .containsOnlyKeys("README.md", "golden.csv", "model.onnx", "serving.properties", "signature.json");
    }

    @Test
    void the_shipped_model_is_what_the_program_trains() throws IOException {
        String printed = train(TrainingPlan.shipped(), first);

        assertThat(hashes(first.resolve("fraud/2"))).isEqualTo(hashes(SHIPPED));
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
        assertThat(confusion.precision()).isGreaterThan(0.9);
        assertThat(confusion.recall()).isGreaterThan(0.2);
    }

    @Test
    void no_customer_and_no_moment_is_in_two_of_the_parts() {
        TrainingPlan plan = TrainingPlan.small();
        List<Examples> parts = List.of(
                SimulatedHistory.of(plan, plan.train()),
                SimulatedHistory.of(plan, plan.validation()),
                SimulatedHistory.of(plan, plan.test()));

        assertThat(parts).allMatch(part -> part.frauds() > 0 && part.frauds() < part.size());
        for (int later = 1; later < parts.size(); later++) {
            List<Example> earlier = parts.get(later - 1).all();
            assertThat(parts.get(later).get(0).at())
                    .isAfterOrEqualTo(earlier.get(earlier.size() - 1).at());
        }
        Set<String> seen = new HashSet<>();
        for (Examples part : parts) {
            Set<String> shoppers = part.all().stream().map(Example::shopper).collect(Collectors.toSet());
            assertThat(seen).doesNotContainAnyElementsOf(shoppers);
            seen.addAll(shoppers);
        }
    }

    @Test
    void the_page_prints_every_kind_of_honest_people_and_the_command_that_prints_it() throws IOException {
        String readme = Files.readString(SHIPPED.resolve("README.md"));

        assertThat(readme).contains("./fusion train", "rules of thumb", "average precision");
        for (Segment segment : Segment.values()) {
            assertThat(readme).contains("| " + segment.text + " |");
        }
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
                hashes.put(file.getFileName().toString(), ModelFiles.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
