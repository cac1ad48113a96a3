package com.fusioncommerce.api.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A JWKS document, in a file or behind a URL. */
record JwksDocument(String location) implements JwksKeySource.Document {
    private static final int MAX_BYTES = 1 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Override
    public String read() throws IOException {
        return location.startsWith("http://") || location.startsWith("https://") ? fetch() : readFile();
    }

    private String readFile() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(location))) {
            return bounded(in);
        }
    }

    private String fetch() throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(location)).timeout(TIMEOUT).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(location + " answered " + response.statusCode());
                }
                return bounded(in);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while fetching " + location).initCause(e);
        }
    }

    private String bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException(location + " is larger than " + MAX_BYTES + " bytes");
        }
        return new String(bytes, UTF_8);
    }
}
