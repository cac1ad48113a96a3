package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory that holds all files of a local platform: {@code data/} with a directory per part, {@code log/} with a
 * file per part, {@code run/} with the pid files, {@code keys/} with the development keys.
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

    /** The directory of logs, one file per part. */
    public Path logs() {
        return directory.resolve("log");
    }

    /** The directory of pid files and of the lock of a running platform. */
    public Path run() {
        return directory.resolve("run");
    }

    /** The directory of development keys. */
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
