package com.fusioncommerce.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodModelTest {
    private static final Path SHIPPED = Path.of("models", "fraud", FraudModel.RELEASED);

    @TempDir
    Path root;

    @Test
    void a_folder_that_changes_while_it_is_copied_is_not_kept_and_leaves_nothing_behind() throws IOException {
        Path changed = copyOfShipped(root.resolve("deployed"));
        Files.write(changed.resolve(ModelFiles.MODEL), new byte[10]);
        Path kept = root.resolve("kept");
        LastGoodModel lastGood = new LastGoodModel(kept);

        assertThatThrownBy(() -> lastGood.keep(changed, FraudModel.RELEASED)).hasMessageContaining("changed while");
        Files.delete(changed.resolve(ModelFiles.SERVING));
        assertThatThrownBy(() -> lastGood.keep(changed, FraudModel.RELEASED)).isInstanceOf(IOException.class);

        assertThat(kept).isEmptyDirectory();
        assertThat(lastGood.load()).isEmpty();
    }

    @Test
    void a_whole_copy_that_another_process_placed_first_will_do() throws IOException {
        Path copy = root.resolve("copy");
        copyOfShipped(copy);
        Path copying = root.resolve("copying");
        copyOfShipped(copying);

        assertThatCode(() -> LastGoodModel.place(copying, copy, FraudModel.RELEASED))
                .doesNotThrowAnyException();
    }

    @Test
    void a_broken_copy_in_the_way_is_an_error() throws IOException {
        Path copy = root.resolve("copy");
        Files.delete(copyOfShipped(copy).resolve(ModelFiles.MODEL));
        Path copying = root.resolve("copying");
        copyOfShipped(copying);

        assertThatThrownBy(() -> LastGoodModel.place(copying, copy, FraudModel.RELEASED))
                .isInstanceOf(FileSystemException.class);
    }

    private static Path copyOfShipped(Path repository) throws IOException {
        Path folder =
                Files.createDirectories(new ModelRepository(repository).folder(FraudModel.NAME, FraudModel.RELEASED));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }
}
