package com.fusioncommerce.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.models.features.FraudFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRepositoryTest {
    private static final Path SHIPPED = Path.of("models", "fraud", "1");

    @TempDir
    Path root;

    private Path folder;
    private ModelRepository repository;

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        folder = Files.createDirectories(root.resolve("fraud/1"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        repository = new ModelRepository(root);
    }

    @Test
    void a_whole_model_is_loaded() {
        try (Model model = FraudModel.load(repository)) {
            assertThat(model.signature().name()).isEqualTo("fraud");
            assertThat(model.score(new float[0][])).isEmpty();
        }
    }

    @Test
    void the_newest_version_is_the_highest_number() throws IOException {
        Files.createDirectories(root.resolve("fraud/10"));
        Files.createDirectories(root.resolve("fraud/9"));
        Files.createDirectories(root.resolve("fraud/notes"));

        assertThat(repository.newest("fraud")).isEqualTo("10");
    }

    @Test
    void a_model_that_scores_otherwise_than_when_it_was_trained_is_refused() throws IOException {
        Path golden = folder.resolve(GoldenScores.FILE);
        List<String> lines = Files.readAllLines(golden);
        String row = lines.get(3);
        lines.set(3, row.substring(0, row.lastIndexOf(',')) + ",0.7");
        Files.write(golden, lines);

        assertRefused("golden row 3");
    }

    @Test
    void a_model_that_learned_from_other_features_is_refused() {
        assertThatThrownBy(() -> repository.load("fraud", "1", FraudFeatures.names(), "another"))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("train it again");
        assertThatThrownBy(() -> repository.load("fraud", "1", List.of("x"), FraudFeatures.featuresHash()))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("other features");
    }

    @Test
    void a_model_in_the_wrong_folder_is_refused() throws IOException {
        Files.move(folder, root.resolve("fraud/2"));

        assertRefused("holds model fraud 1");
    }

    @Test
    void a_model_that_is_not_there_is_refused() throws IOException {
        assertThatThrownBy(() -> repository.newest("prices")).hasMessageContaining("no model prices");
        Files.createDirectories(root.resolve("empty"));
        assertThatThrownBy(() -> repository.newest("empty")).hasMessageContaining("no version");
        Files.delete(folder.resolve(ModelSignature.FILE));
        assertRefused("cannot read");
    }

    @Test
    void broken_golden_scores_are_refused() throws IOException {
        Path golden = folder.resolve(GoldenScores.FILE);
        Files.writeString(golden, "header\n1,2,3\n");
        assertRefused("a row of 3 cells");
        Files.writeString(golden, "");
        assertRefused("cannot read");
        Files.delete(golden);
        assertRefused("cannot read");
    }

    @Test
    void a_broken_model_file_is_refused() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "no model");

        assertRefused("cannot load");
    }

    @Test
    void a_row_of_the_wrong_length_is_refused() {
        try (Scorer scorer = DjlScorer.load(folder, FraudFeatures.names().size())) {
            assertThatThrownBy(() -> scorer.score(new float[][] {{1, 2}}))
                    .hasStackTraceContaining("a row of 2 features");
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> FraudModel.load(repository))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining(why);
    }
}
