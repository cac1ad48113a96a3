package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The shops that we compare ourselves with: how each is installed, filled and started. */
enum Peer {
    VENDURE("Vendure 3.7.3", 19_600) {
        @Override
        List<Server> servers() {
            return List.of(
                    new Server("vendure", List.of("node", "server.js")),
                    new Server("vendure-worker", List.of("node", "worker.js")));
        }

        @Override
        void fill(Harness harness) throws IOException, InterruptedException {
            harness.command(folder(harness), List.of("node", "seed.js"), Map.of());
            // Vendure's worker indexes the filled catalogue, and does not end by itself.
            harness.command(
                    folder(harness), List.of("sh", "-c", "timeout 60 node worker.js; test $? = 124"), PRODUCTION);
        }

        @Override
        HttpAnswer look(HttpConnection http, Harness harness) throws IOException {
            return http.post(
                    "/shop-api", Map.of(), Json.write(Map.of("query", "{products(options:{take:1}){totalItems}}")));
        }

        @Override
        Journey journey(Harness harness, int lines) {
            return new VendureJourney(lines);
        }
    },

    MEDUSA("Medusa 2.21.2", 19_610) {
        @Override
        List<Server> servers() {
            return List.of(new Server(
                    "medusa", List.of("node", "node_modules/.bin/medusa", "start", "-H", "127.0.0.1", "-p", "19610")));
        }

        @Override
        void fill(Harness harness) throws IOException, InterruptedException {
            harness.command(folder(harness), List.of("npx", "medusa", "db:migrate"), PRODUCTION);
            harness.command(folder(harness), List.of("npx", "medusa", "exec", "./src/scripts/seed.js"), PRODUCTION);
        }

        @Override
        boolean isFilledIn(Harness harness) {
            return Files.exists(seed(harness));
        }

        @Override
        HttpAnswer look(HttpConnection http, Harness harness) throws IOException {
            return http.get(
                    "/store/products?limit=1",
                    Map.of("x-publishable-api-key", read(harness).path("key").asText()));
        }

        @Override
        Journey journey(Harness harness, int lines) throws IOException {
            return new MedusaJourney(read(harness), lines);
        }

        private JsonNode read(Harness harness) throws IOException {
            return Json.of(Files.readString(seed(harness)));
        }

        private Path seed(Harness harness) {
            return harness.run().resolve("medusa-seed.json");
        }
    };

    /** A process of a peer. */
    record Server(String name, List<String> command) {}

    private static final Map<String, String> PRODUCTION = Map.of("NODE_ENV", "production");

    private final String title;
    private final int port;

    Peer(String title, int port) {
        this.title = title;
        this.port = port;
    }

    /** Fills the peer's empty database with {@link Goods}. */
    abstract void fill(Harness harness) throws IOException, InterruptedException;

    /** Sends a request that succeeds only when the peer is ready. */
    abstract HttpAnswer look(HttpConnection http, Harness harness) throws IOException;

    abstract Journey journey(Harness harness, int lines) throws IOException;

    /** Whether files that the filling created outside of the database exist. */
    boolean isFilledIn(Harness harness) {
        return true;
    }

    String title() {
        return title;
    }

    int port() {
        return port;
    }

    /** The peer's processes; the first one serves HTTP. */
    abstract List<Server> servers();

    /** Name of the peer's folder, database and adapter. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Path folder(Harness harness) {
        return harness.folder().resolve(id());
    }
}
