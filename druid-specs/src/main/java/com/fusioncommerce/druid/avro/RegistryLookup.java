package com.fusioncommerce.druid.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Looks up schemas in a Confluent-compatible registry, at several addresses in turn. */
final class RegistryLookup {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final List<String> urls;
    private final String authorization;

    private RegistryLookup(List<String> urls, String authorization) {
        this.urls = urls;
        this.authorization = authorization;
    }

    /**
     * Creates a lookup; no request is sent yet.
     *
     * @param userInfo {@code user:password} for basic authentication, or null
     */
    static RegistryLookup connect(List<String> urls, String userInfo) {
        String authorization = userInfo == null || userInfo.isBlank()
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
        return new RegistryLookup(
                urls.stream().map(url -> url.replaceAll("/+$", "")).toList(), authorization);
    }

    /**
     * The text of a schema, or nothing if the registry answers that the id is unknown.
     *
     * @throws RegistryUnavailableException if no address gives a valid answer
     */
    Optional<String> schema(int id) {
        IOException last = new IOException("no address");
        for (String url : urls) {
            try {
                return ask(url, id);
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryUnavailableException("interrupted while asking for schema " + id, e);
            }
        }
        throw new RegistryUnavailableException("no schema registry answers for schema " + id + ": " + urls, last);
    }

    private Optional<String> ask(String url, int id) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id)).timeout(PATIENCE);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new IOException("status " + response.statusCode() + " from " + url);
        }
        try {
            return Optional.ofNullable(
                    JSON.readTree(response.body()).path("schema").textValue());
        } catch (JsonProcessingException e) {
            throw new IOException("no JSON from " + url, e);
        }
    }
}
