package com.fusioncommerce.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.fuzz.ApiDocument.Operation;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Generates requests from a document: valid ones, slightly invalid ones, and ones that no client library sends. */
public final class RequestGenerator {
    /** Segments that change the path when it is normalized: empty ones, and dot segments. */
    private static final Pattern LEAVES = Pattern.compile("/(\\.\\.?)?(/|$)");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "BEFORE", "get");
    private static final List<String> TYPES = List.of(
            "application/json;charset=utf-8",
            "text/plain",
            "application/json;charset=utf-16",
            "application/xml",
            ";;",
            "");

    private final ApiDocument document;
    private final Random random;
    private final Values values;
    private final RawShapes shapes;
    private final List<String> tokens;

    /**
     * Creates a deterministic generator.
     *
     * @param known values of existing resources, by the name of their field or parameter
     * @param tokens bearer tokens, the first with every scope
     */
    public RequestGenerator(ApiDocument document, Random random, Map<String, List<String>> known, List<String> tokens) {
        this.document = document;
        this.random = random;
        this.values = new Values(document, random, known);
        this.shapes = new RawShapes(random);
        this.tokens = List.copyOf(tokens);
    }

    /** The next request. */
    public FuzzRequest next() {
        Operation operation = values.oneOf(document.operations());
        if (values.chance(15)) {
            return shapes.around(path(operation, true), tokens.get(0));
        }
        boolean fits = values.chance(55);
        List<String> headers = new ArrayList<>(List.of("Host: localhost"));
        String body = document.body(operation) == null ? null : body(operation, fits, headers);
        authorise(operation, fits, headers);
        String query = query(operation, fits, headers);
        String method = operation.method();
        if (!fits && values.chance(5)) {
            method = values.oneOf(METHODS);
        } else if (method.equals("GET") && values.chance(12)) {
            method = "HEAD";
        }
        String path = path(operation, fits);
        boolean same = (method.equals(operation.method()) || method.equals("HEAD"))
                && !LEAVES.matcher(path).find();
        String line = method + " " + path + query + " HTTP/1.1";
        return new FuzzRequest(same ? operation : null, line, headers, body, body != null && values.chance(20));
    }

    private String body(Operation operation, boolean fits, List<String> headers) {
        JsonNode fitting = values.fitting("", document.body(operation));
        headers.add("Content-Type: " + (fits || values.chance(85) ? "application/json" : values.oneOf(TYPES)));
        if (!fits && values.chance(5)) {
            headers.add("Content-Encoding: " + values.oneOf(List.of("gzip", "br", "identity", "x, y")));
        }
        String text = fits || values.chance(15) ? fitting.toString() : values.broken(fitting);
        String bytes = FuzzRequest.utf8(text);
        return !fits && values.chance(5) ? bytes + "\u00ff\u00c0\u00af" : bytes;
    }

    private void authorise(Operation operation, boolean fits, List<String> headers) {
        if (fits || values.chance(85)) {
            if (!operation.isOpen()) {
                headers.add("Authorization: Bearer " + tokens.get(0));
            }
        } else if (values.chance(80)) {
            headers.add(values.oneOf(List.of("Authorization", "Cookie")) + ": "
                    + values.oneOf(List.of("Bearer ", "Basic ", "fusion_session=", "")) + token());
        }
    }

    private String token() {
        return switch (random.nextInt(4)) {
            case 0 -> values.oneOf(tokens);
            case 1 ->
                values.oneOf(List.of(
                        "bnVsbA.e30.AAAA", "W10.W10.W10", "e30.e30.", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30."));
            case 2 -> tokens.get(0).substring(0, random.nextInt(tokens.get(0).length()));
            default -> safe(values.oneOf(Values.NASTY));
        };
    }

    private String path(Operation operation, boolean fits) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                String name = parameter.path("name").textValue();
                path = path.replace("{" + name + "}", encoded(value(parameter, fits)));
            }
        }
        return path;
    }

    private String query(Operation operation, boolean fits, List<String> headers) {
        List<String> parts = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").textValue();
            boolean required = parameter.path("required").booleanValue();
            if (parameter.path("in").asText().equals("query") && values.chance(required ? 95 : 40)) {
                parts.add(name + "=" + encoded(value(parameter, fits)));
            } else if (parameter.path("in").asText().equals("header") && values.chance(15)) {
                headers.add(name + ": " + safe(value(parameter, fits)));
            }
        }
        if (!fits && values.chance(8)) {
            parts.add(values.oneOf(
                    List.of("x=1", "", "=", "&&", "limit=1&limit=2", "%00=1", "a[]=1", "cursor", "x=%u0041")));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String value(JsonNode parameter, boolean fits) {
        if (!fits && values.chance(40)) {
            return values.oneOf(Values.NASTY);
        }
        String name = parameter.path("name").textValue();
        return values.fitting(name, parameter.path("schema")).asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** A text as a header's value, without line breaks that would end it. */
    private static String safe(String text) {
        return FuzzRequest.utf8(text.replaceAll("[\\x00-\\x1f\\x7f]", "")).strip();
    }
}
