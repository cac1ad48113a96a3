package com.fusioncommerce.trials.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The peers' PostgreSQL, with the settings of the harness's own script: a cluster of its own, durable as by default, 1
 * GiB of shared buffers. A child of this process, so that its resource usage is attributed to the benchmark.
 */
final class Postgres implements AutoCloseable {
    static final int PORT = 19_650;

    private static final Path SERVER = Path.of("/usr/lib/postgresql/15/bin");
    private static final String OWNER = "postgres";
    private static final String FILLED = "_filled";

    private final Harness harness;
    private final Path data;
    private final Child server;

    private Postgres(Harness harness, Path data, Child server) {
        this.harness = harness;
        this.data = data;
        this.server = server;
    }

    /** Whether PostgreSQL is installed on this machine. */
    static boolean isInstalled() {
        return Files.isExecutable(SERVER.resolve("initdb"));
    }

    /** Starts the server on {@code run/pgdata} of the harness, which is created if missing. */
    static Postgres start(Harness harness) throws IOException, InterruptedException {
        Path data = harness.run().resolve("pgdata");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            Files.createDirectories(data);
            if (isRoot()) {
                harness.command(List.of("chown", OWNER, data.toString()));
            }
            harness.command(as(SERVER + "/initdb -D " + data + " -A trust -E UTF8 --locale=C.UTF-8"));
        }
        Child server = harness.start(
                "postgres",
                harness.folder(),
                as("exec " + SERVER + "/postgres -D " + data + " -p " + PORT
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                        + " -c shared_buffers=1GB -c max_connections=200"));
        Postgres postgres = new Postgres(harness, data, server);
        try {
            server.await("PostgreSQL", () -> postgres.answers());
        } catch (IOException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    private boolean answers() {
        try {
            return sql(OWNER, "select 1").equals("1");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a database was filled before. */
    boolean isFilled(String database) throws IOException, InterruptedException {
        return exists(database + FILLED);
    }

    /** Replaces a database by an empty one. */
    void empty(String database) throws IOException, InterruptedException {
        sql(OWNER, "drop database if exists " + database);
        sql(OWNER, "create database " + database);
    }

    /** Saves a database as a template. */
    void keep(String database) throws IOException, InterruptedException {
        sql(OWNER, "drop database if exists " + database + FILLED);
        sql(OWNER, "create database " + database + FILLED + " template " + database);
    }

    /** Restores a database from its saved template, so that every run begins alike. */
    void restore(String database) throws IOException, InterruptedException {
        sql(OWNER, "drop database if exists " + database);
        sql(OWNER, "create database " + database + " template " + database + FILLED);
    }

    private boolean exists(String database) throws IOException, InterruptedException {
        return sql(OWNER, "select count(*) from pg_database where datname='" + database + "'")
                .equals("1");
    }

    /** A setting of the running server. */
    String setting(String name) throws IOException, InterruptedException {
        return sql(OWNER, "show " + name);
    }

    private String sql(String database, String statement) throws IOException, InterruptedException {
        return harness.command(List.of(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(PORT),
                "-U",
                OWNER,
                "-At",
                database,
                "-c",
                statement));
    }

    long pid() {
        return server.pid();
    }

    /** Shuts the server down as an operator would: data in memory is written. */
    @Override
    public void close() throws IOException {
        try {
            if (server.isAlive()) {
                harness.command(as(SERVER + "/pg_ctl -D " + data + " -m fast -w stop"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.close();
        }
    }

    /** Switches the user: PostgreSQL refuses to run as root. */
    private static List<String> as(String command) {
        return isRoot() ? List.of("su", OWNER, "-s", "/bin/sh", "-c", command) : List.of("sh", "-c", command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
