package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory of a local platform: {@code data/} with a directory per part, {@code log/} with a file per part, {@code
 * run/} with pid files, {@code keys/} with development keys.
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

    /** Directory of logs, one file per part. */
    public Path logs() {
        return directory.resolve("log");
    }

    /** Directory of pid files and of the lock. */
    public Path run() {
        return directory.resolve("run");
    }

    /** Directory of development keys. */
    public Path keys() {
        return directory.resolve("keys");
    }

    /** The file of public development keys, a JWKS. */
    public Path jwks() {
        return keys().resolve("jwks.json");
    }

    /** The file of the secret by which the API nodes authenticate each other. */
    public Path peerSecret() {
        return keys().resolve("peer.secret");
    }

    /** Deletes data, logs and keys: the next start is a first one. The caller must hold the platform's lock. */
    public void wipe() throws IOException {
        for (Path part : List.of(directory.resolve("data"), logs(), keys())) {
            Directories.delete(part);
        }
    }
}
