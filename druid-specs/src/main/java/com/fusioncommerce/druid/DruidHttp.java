package com.fusioncommerce.druid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** JSON over HTTP with Druid's router, which forwards each request to the responsible service. Safe for threads. */
final class DruidHttp {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int TOO_MANY = 429;
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_OF_SERVER = 500;
    private static final int SHOWN_CHARACTERS = 500;

    private final HttpClient http;
    private final URI router;
    private final Duration timeout;

    DruidHttp(URI router, Duration timeout) {
        this.router = URI.create(router.toString().replaceAll("/+$", ""));
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    Duration timeout() {
        return timeout;
    }

    /** Sends a GET request and returns the answer's JSON. */
    JsonNode get(String path) {
        return parse(path, text(path));
    }

    /** Sends a GET request and returns the answer's plain text. */
    String text(String path) {
        return send(path, request(path).GET());
    }

    /** Sends a POST request with a JSON body. */
    JsonNode post(String path, JsonNode body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return parse(path, send(path, request));
    }

    /** Sends a DELETE request. */
    void delete(String path) {
        send(path, request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(router + path)).timeout(timeout);
    }

    private String send(String path, HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DruidUnavailableException("Druid at " + router + " does not answer " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DruidUnavailableException("interrupted while asking Druid for " + path, e);
        }
        if (response.statusCode() == TOO_MANY || response.statusCode() >= FIRST_OF_SERVER) {
            // Druid has no broker or leader yet (a plain 500), is overloaded or timed out: not the request's fault.
            throw new DruidUnavailableException(response.statusCode(), reason(path, response));
        }
        if (response.statusCode() >= FIRST_ERROR) {
            throw new DruidException(response.statusCode(), reason(path, response));
        }
        return response.body();
    }

    private static JsonNode parse(String path, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            // Druid can fail after the first rows: the JSON array then has no end.
            throw new DruidException("Druid's answer to " + path + " is not whole", e);
        }
    }

    private static String reason(String path, HttpResponse<String> response) {
        String body = response.body();
        String said = body.substring(0, Math.min(body.length(), SHOWN_CHARACTERS));
        try {
            JsonNode error = JSON.readTree(body);
            said = error.path("errorMessage").asText(error.path("error").asText(said));
        } catch (JsonProcessingException e) {
            // An HTML page of a proxy or of Jetty is shown unparsed.
            said = said.strip();
        }
        return "Druid answered " + response.statusCode() + " to " + path + ": " + said;
    }
}
