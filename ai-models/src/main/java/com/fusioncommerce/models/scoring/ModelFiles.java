package com.fusioncommerce.models.scoring;

import com.fusioncommerce.schemas.resources.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a model's folder, sealed by hashes in its signature: an incomplete or modified folder is refused. */
public final class ModelFiles {
    /** The model file. */
    public static final String MODEL = "model.onnx";

    /** The engine's settings for DJL. */
    public static final String SERVING = "serving.properties";

    /** The files whose SHA-256 the signature holds. */
    static final List<String> SEALED = List.of(MODEL, SERVING, GoldenScores.FILE);

    private ModelFiles() {}

    /** The SHA-256 of each sealed file of a folder, for its signature. */
    public static Map<String, String> seal(Path folder) throws IOException {
        Map<String, String> seal = new TreeMap<>();
        for (String file : SEALED) {
            seal.put(file, sha256(Files.readAllBytes(folder.resolve(file))));
        }
        return seal;
    }

    /**
     * Verifies the files of a folder by the hashes in its signature.
     *
     * @throws ModelRefusedException if a file is missing or was changed since the training
     */
    static void verify(Path folder, ModelSignature signature) {
        for (String file : SEALED) {
            String expected = signature.files().get(file);
            if (expected == null) {
                throw new ModelRefusedException(folder.resolve(ModelSignature.FILE) + " does not seal " + file
                        + ": the model is of an older kind, train it again");
            }
            try {
                if (!sha256(Files.readAllBytes(folder.resolve(file))).equals(expected)) {
                    throw new ModelRefusedException(folder.resolve(file)
                            + " is not the file that its signature seals: copied in part, or changed");
                }
            } catch (IOException e) {
                throw new ModelRefusedException(
                        "cannot read " + folder.resolve(file) + ": " + Reasons.withoutFile(e), e);
            }
        }
    }

    /** Hexadecimal SHA-256. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
