package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory that holds everything a local platform keeps: {@code data/} a directory a part, {@code log/} a file a
 * part, {@code run/} what runs now, {@code keys/} the development keys.
 *
 * @param directory absolute
 */
public record Home(Path directory) {
    /** Makes the path absolute. */
    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The directory of a part's data, kept over restarts. */
    public Path data(String part) {
        return directory.resolve("data").resolve(part);
    }

    /** Logs, a file a part. */
    public Path logs() {
        return directory.resolve("log");
    }

    /** Pid files and the lock of a running platform. */
    public Path run() {
        return directory.resolve("run");
    }

    /** Development keys. */
    public Path keys() {
        return directory.resolve("keys");
    }

    /** The public development keys, a JWKS. */
    public Path jwks() {
        return keys().resolve("jwks.json");
    }

    /** The secret by which the nodes of the API know each other. */
    public Path peerSecret() {
        return keys().resolve("peer.secret");
    }

    /** Deletes data, logs and keys: the next start is a first one. Whoever calls this holds the platform's lock. */
    public void wipe() throws IOException {
        for (Path part : List.of(directory.resolve("data"), logs(), keys())) {
            Directories.delete(part);
        }
    }
}
