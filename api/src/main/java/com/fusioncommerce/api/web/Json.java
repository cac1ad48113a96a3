package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;

/** JSON of the API: strict parsing, and writing without null fields. */
public final class Json {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER = 64;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final ObjectWriter FOR_PEOPLE =
            MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private static final ObjectWriter IN_ORDER = MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** Writes a value of records, maps, lists and scalars. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    /**
     * Parses one JSON value in UTF-8: no trailing text, no duplicate field, at most 16 levels deep. The bytes are
     * decoded first, because Jackson guesses UTF-16 and UTF-32 and accepts overlong sequences. Null for an empty text.
     *
     * @throws IOException if the text is not valid JSON, with the position if Jackson reports it
     */
    public static JsonNode read(byte[] json) throws IOException {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        try (JsonParser parser = MAPPER.createParser(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            return read(parser);
        }
    }

    /** Parses a value; Jackson lets the exception of a decimal exponent beyond 32 bits pass unconverted. */
    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new JsonParseException(
                    parser, "The exponent of a number is out of range", parser.currentTokenLocation(), e);
        }
    }

    /** Writes a value like {@link #write}, for people: indented, with a final line break. */
    public static byte[] pretty(Object value) {
        try {
            return (FOR_PEOPLE.writeValueAsString(value) + "\n").getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    /** Writes a tree with the fields of every object sorted by name. */
    static byte[] canonical(JsonNode tree) {
        try {
            return IN_ORDER.writeValueAsBytes(MAPPER.treeToValue(tree, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }

    /** Converts a value to a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
