package com.fusioncommerce.platform.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret by which the API nodes authenticate each other, in a file that only its owner can read. */
final class PeerSecret {
    private static final int BYTES = 32;

    private PeerSecret() {}

    static void makeIfAbsent(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        // Moved atomically: a start that is killed here must not leave an empty secret.
        Path written = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "peer",
                ".secret",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(written, secret.getBytes(UTF_8), StandardOpenOption.WRITE);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
