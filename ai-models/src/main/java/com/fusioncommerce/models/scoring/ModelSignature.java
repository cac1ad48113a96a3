package com.fusioncommerce.models.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model takes and gives.
 *
 * @param name the model's name
 * @param version its version
 * @param featuresHash hash of the definition of the features that it learned from
 * @param input name of the model's input, a float tensor of rows x features
 * @param output name of its output, a float tensor of rows x 1
 * @param features what the input's columns are
 */
public record ModelSignature(
        String name, String version, String featuresHash, String input, String output, List<Column> features) {
    /** Name of the file in a model's folder. */
    public static final String FILE = "signature.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A column of the input.
     *
     * @param name the feature's name
     * @param baseline an unsuspicious value, to see what the score would be with it
     * @param reason what a person is told where this column drove a score up
     */
    public record Column(String name, float baseline, String reason) {}

    /** Copies the columns. */
    public ModelSignature {
        features = List.copyOf(features);
    }

    /** As the text of the file. */
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
     * @throws ModelRefusedException if it is missing or broken
     */
    static ModelSignature read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readString(file), ModelSignature.class);
        } catch (IOException e) {
            throw new ModelRefusedException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
