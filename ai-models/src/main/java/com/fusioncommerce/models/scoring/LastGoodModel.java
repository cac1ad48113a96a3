package com.fusioncommerce.models.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.resources.Reasons;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Fallback copy of the fraud model that was last loaded as pinned, outside of the deployed repository: it is used when
 * the deployed model cannot be loaded. Safe for several processes: copies and the pointer to the last copy are renamed
 * into place atomically.
 */
final class LastGoodModel {
    private static final String POINTER = "last-good";
    private static final String COPYING = "copying-";

    private final Path root;

    LastGoodModel(Path root) {
        this.root = root;
    }

    /** Stores a copy of a model that was just loaded from a folder, under the hash of its signature. */
    void keep(Path folder, String version) throws IOException {
        Files.createDirectories(root);
        String hash = ModelFiles.sha256(Files.readAllBytes(folder.resolve(ModelSignature.FILE)));
        Path copy = root.resolve(hash);
        if (!isWhole(copy, version)) {
            copy(folder, copy, version);
        }
        replace(root.resolve(POINTER), hash + " " + version);
    }

    /**
     * The last stored model, or nothing if there is none.
     *
     * @throws ModelRefusedException if it cannot be used, e.g. because it was trained on the features of older code
     */
    Optional<Model> load() {
        Path pointer = root.resolve(POINTER);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        try {
            List<String> kept = List.of(Files.readString(pointer).strip().split(" ", 2));
            return Optional.of(FraudModel.load(new ModelRepository(root.resolve(kept.get(0))), kept.get(1)));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new ModelRefusedException("cannot read " + pointer + ": " + Reasons.withoutFile(e), e);
        }
    }

    private static boolean isWhole(Path copy, String version) {
        Path folder = new ModelRepository(copy).folder(FraudModel.NAME, version);
        try {
            ModelFiles.verify(folder, ModelSignature.read(folder));
            return true;
        } catch (ModelRefusedException e) {
            return false;
        }
    }

    /** Copies the files that the signature seals, and renames the copy into place if it is complete. */
    private void copy(Path folder, Path copy, String version) throws IOException {
        Path copying = root.resolve(COPYING + UUID.randomUUID());
        try {
            Path target = Files.createDirectories(new ModelRepository(copying).folder(FraudModel.NAME, version));
            List<String> files = new ArrayList<>(ModelFiles.SEALED);
            files.add(ModelSignature.FILE);
            for (String file : files) {
                Files.copy(folder.resolve(file), target.resolve(file));
            }
            if (!isWhole(copying, version)) {
                throw new IOException(folder + " changed while it was copied");
            }
            delete(copy);
            place(copying, copy, version);
        } finally {
            delete(copying);
        }
    }

    /** Renames a copy into place, unless another process has placed a complete one meanwhile. */
    static void place(Path copying, Path copy, String version) throws IOException {
        try {
            Files.move(copying, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Only some systems report an existing target folder by a specific subclass of the exception.
            if (!isWhole(copy, version)) {
                throw e;
            }
        }
    }

    private void replace(Path file, String text) throws IOException {
        Path next = root.resolve(COPYING + UUID.randomUUID());
        Files.write(next, text.getBytes(UTF_8));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
