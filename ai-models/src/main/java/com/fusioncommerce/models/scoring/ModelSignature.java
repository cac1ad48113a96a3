package com.fusioncommerce.models.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fusioncommerce.schemas.resources.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A model's signature: its input and output.
 *
 * @param name the model's name
 * @param version its version
 * @param featuresHash hash of the definition of the features that the model was trained on
 * @param input name of the model's input, a float tensor of rows x features
 * @param output name of the model's output, a float tensor of rows x 1
 * @param features columns of the input
 * @param files SHA-256 of each file of the folder except the signature and the README
 */
public record ModelSignature(
        String name,
        String version,
        String featuresHash,
        String input,
        String output,
        List<Column> features,
        Map<String, String> files) {
    /** Name of the signature's file in a model's folder. */
    public static final String FILE = "signature.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A column of the input.
     *
     * @param name the feature's name
     * @param baseline an unsuspicious value, to measure the column's effect on a score
     * @param reason explanation shown to people if this column raised a score
     */
    public record Column(String name, float baseline, String reason) {}

    /** Copies the columns and the files; signatures of earlier versions sealed none. */
    public ModelSignature {
        Objects.requireNonNull(name, "no name");
        Objects.requireNonNull(version, "no version");
        Objects.requireNonNull(featuresHash, "no featuresHash");
        features = List.copyOf(features);
        files = files == null ? Map.of() : new TreeMap<>(files);
    }

    /** The text of the file. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signature is plain data", e);
        }
    }

    /**
     * Reads the signature of the model in a folder.
     *
     * @throws ModelRefusedException if the file is missing or malformed
     */
    static ModelSignature read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            ModelSignature signature = JSON.readValue(Files.readString(file), ModelSignature.class);
            if (signature == null) {
                throw new ModelRefusedException(file + " is empty");
            }
            return signature;
        } catch (IOException e) {
            throw new ModelRefusedException("cannot read " + file + ": " + Reasons.withoutFile(e), e);
        }
    }
}
