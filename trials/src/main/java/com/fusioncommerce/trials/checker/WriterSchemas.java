package com.fusioncommerce.trials.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Decodes values with their writer schemas, from the registry. For one thread. */
final class WriterSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int HEADER = 5;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String registryUrl;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();
    private BinaryDecoder decoder;

    WriterSchemas(String registryUrl) {
        this.registryUrl = registryUrl.replaceAll("/+$", "");
    }

    /**
     * Decodes a value in Confluent wire format.
     *
     * @throws IOException if the format is wrong, or the value does not match its schema
     */
    GenericRecord decode(byte[] value) throws IOException {
        if (value == null || value.length < HEADER || value[0] != 0) {
            throw new IOException("not in Confluent wire format");
        }
        int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        decoder = DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, decoder);
        try {
            return readers.computeIfAbsent(id, this::reader).read(null, decoder);
        } catch (RuntimeException e) {
            if (e instanceof CheckFailedException) {
                throw e;
            }
            throw new IOException("not what schema " + id + " says: " + e, e);
        }
    }

    private GenericDatumReader<GenericRecord> reader(int id) {
        URI uri = URI.create(registryUrl + "/schemas/ids/" + id);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            JsonNode schema = JSON.readTree(answer.body()).path("schema");
            if (answer.statusCode() != OK || !schema.isTextual()) {
                throw new CheckFailedException("the registry answers " + answer.statusCode() + " to " + uri);
            }
            return new GenericDatumReader<>(new Schema.Parser().parse(schema.asText()));
        } catch (IOException e) {
            throw new CheckFailedException("the registry does not answer " + uri + "; is it up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailedException("interrupted", e);
        }
    }
}
