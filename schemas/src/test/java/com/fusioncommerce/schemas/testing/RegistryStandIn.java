package com.fusioncommerce.schemas.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The part of a Confluent-compatible registry's API that the platform uses, over real HTTP. */
public final class RegistryStandIn implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, String> levels = new ConcurrentHashMap<>();
    private final AtomicReference<String> lastAuthorization = new AtomicReference<>("");
    private volatile String complaint = "";
    private volatile boolean taciturn;

    /** Starts on a free port of the loopback address, with no schema in it. */
    public RegistryStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** URL for clients. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on compatibility tests of every schema fail for this reason. */
    public void complain(String reason) {
        complaint = reason;
    }

    /**
     * From now on compatibility tests fail without a reason, as in some registries, and registrations with this
     * conflict.
     */
    public void refuseWithoutReasons(String conflict) {
        complaint = conflict;
        taciturn = true;
    }

    /** The compatibility level of each subject. */
    public Map<String, String> levels() {
        return levels;
    }

    /** The authorization header of the last request, empty if it had none. */
    public String lastAuthorization() {
        return lastAuthorization.get();
    }

    /** Registers a schema as another client would, and returns its id. */
    public synchronized int add(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        lastAuthorization.set(authorization == null ? "" : authorization);
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        JsonNode request = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/", -1);
        ObjectNode answer = JSON.createObjectNode();
        int status = answer(exchange.getRequestMethod(), path, request, answer);
        byte[] bytes = answer.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized int answer(String method, String[] path, JsonNode request, ObjectNode answer) {
        switch (path[0]) {
            case "config" -> {
                String level = request.path("compatibility").asText();
                levels.put(URLDecoder.decode(path[1], UTF_8), level);
                answer.put("compatibility", level);
                return 200;
            }
            case "compatibility" -> {
                answer.put("is_compatible", complaint.isEmpty());
                ArrayNode messages = answer.putArray("messages");
                if (!complaint.isEmpty() && !taciturn) {
                    messages.add(complaint);
                }
                return 200;
            }
            case "schemas" -> {
                int id = Integer.parseInt(path[2]);
                return id <= schemas.size() ? found(answer, id) : missing(answer, 40403, "Schema not found");
            }
            default -> {
                String schema = request.path("schema").asText();
                if (path.length == 3 && method.equals("POST") && !complaint.isEmpty()) {
                    answer.put("error_code", 409).put("message", complaint);
                    return 409;
                }
                if (path.length == 3 && method.equals("POST")) {
                    return found(answer, add(schema));
                }
                int id = schemas.indexOf(schema) + 1;
                return id > 0 ? found(answer, id) : missing(answer, 40403, "Schema not found");
            }
        }
    }

    private int found(ObjectNode answer, int id) {
        answer.put("id", id).put("version", 1).put("subject", "any").put("schema", schemas.get(id - 1));
        return 200;
    }

    private static int missing(ObjectNode answer, int code, String message) {
        answer.put("error_code", code).put("message", message);
        return 404;
    }
}
