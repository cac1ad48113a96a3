package com.fusioncommerce.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fusioncommerce.models.features.FraudFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRepositoryTest {
    private static final Path SHIPPED = Path.of("models", "fraud", FraudModel.RELEASED);

    @TempDir
    Path root;

    private Path folder;
    private ModelRepository repository;

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        folder = Files.createDirectories(root.resolve("fraud/2"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        repository = new ModelRepository(root);
    }

    @Test
    void a_whole_model_is_loaded() {
        try (Model model = FraudModel.load(repository, "2")) {
            assertThat(model.signature().name()).isEqualTo("fraud");
            assertThat(model.score(new float[0][])).isEmpty();
        }
    }

    @Test
    void a_model_that_scores_otherwise_than_when_it_was_trained_is_refused() throws IOException {
        Path golden = folder.resolve(GoldenScores.FILE);
        List<String> lines = Files.readAllLines(golden);
        String row = lines.get(3);
        lines.set(3, row.substring(0, row.lastIndexOf(',')) + ",0.7");
        Files.write(golden, lines);
        reseal();

        assertRefused("golden row 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "golden.csv", "serving.properties", "signature.json"})
    void a_folder_that_was_copied_in_part_is_refused(String file) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file);
        Files.write(folder.resolve(file), new byte[0]);
        assertRefused(file);
        Files.delete(folder.resolve(file));
        assertRefused(file);
    }

    @Test
    void a_signature_that_seals_nothing_is_refused() throws IOException {
        Path signature = folder.resolve(ModelSignature.FILE);
        Files.writeString(signature, Files.readString(signature).replace("\"files\"", "\"sealed\""));
        assertRefused("cannot read");
        Files.writeString(signature, "null");
        assertRefused("is empty");
        Files.writeString(signature, "{\"name\":\"fraud\",\"version\":\"2\"}");
        assertRefused("featuresHash");
    }

    @Test
    void a_model_that_learned_from_other_features_is_refused() {
        assertThatThrownBy(() -> repository.load("fraud", "2", FraudFeatures.names(), "another"))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("train it again");
        assertThatThrownBy(() -> repository.load("fraud", "2", List.of("x"), FraudFeatures.featuresHash()))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("other features");
    }

    @Test
    void a_model_in_the_wrong_folder_is_refused() throws IOException {
        Files.move(folder, root.resolve("fraud/3"));

        assertThatThrownBy(() -> FraudModel.load(repository, "3")).hasMessageContaining("holds model fraud 2");
    }

    @Test
    void broken_golden_scores_are_refused() throws IOException {
        Path golden = folder.resolve(GoldenScores.FILE);
        Files.writeString(golden, "header\n1,2,3\n");
        reseal();
        assertRefused("a row of 3 cells");
        Files.writeString(golden, "");
        reseal();
        assertRefused("cannot read");
    }

    @Test
    void a_broken_model_file_is_refused() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "no model");
        reseal();

        assertRefused("cannot load");
    }

    @Test
    void a_sealed_model_of_another_width_is_refused() throws IOException {
        Path file = folder.resolve(ModelFiles.MODEL);
        ModelProto.Builder wider = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        wider.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(1)
                .setDimValue(FraudFeatures.names().size() + 1);
        Files.write(file, wider.build().toByteArray());
        reseal();

        assertRefused("fails on its golden rows");
    }

    @Test
    void a_model_that_gives_another_number_of_scores_is_refused() {
        GoldenScores golden = new GoldenScores(new float[][] {{1}, {2}}, new float[] {0.5f, 0.5f});
        for (float[] scores : List.of(new float[] {0.5f}, new float[] {0.5f, 0.5f, 0.5f})) {
            assertThatThrownBy(() -> golden.verify(new FixedScorer(scores), "fraud 2"))
                    .isInstanceOf(ModelRefusedException.class)
                    .hasMessageContaining(scores.length + " scores for 2 golden rows");
        }
    }

    @Test
    void a_row_of_the_wrong_length_is_refused() {
        try (Scorer scorer = DjlScorer.load(folder, FraudFeatures.names().size())) {
            assertThatThrownBy(() -> scorer.score(new float[][] {{1, 2}}))
                    .hasStackTraceContaining("a row of 2 features");
        }
    }

    /** Rewrites the signature with the hashes of the current files, as the training of a bad model would. */
    private void reseal() throws IOException {
        ModelSignature old = ModelSignature.read(folder);
        ModelSignature sealed = new ModelSignature(
                old.name(),
                old.version(),
                old.featuresHash(),
                old.input(),
                old.output(),
                old.features(),
                ModelFiles.seal(folder));
        Files.writeString(folder.resolve(ModelSignature.FILE), sealed.toJson());
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> FraudModel.load(repository, "2"))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining(why);
    }

    /** Scorer with the same scores for all rows, as a model with another output would give. */
    private static final class FixedScorer implements Scorer {
        private final float[] scores;

        FixedScorer(float... scores) {
            this.scores = scores;
        }

        @Override
        public float[] score(float[][] rows) {
            return scores;
        }

        @Override
        public void close() {}
    }
}
