package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerSecretTest {
    @TempDir
    private Path directory;

    @Test
    void it_is_made_once_for_its_owner_alone() throws IOException {
        Path file = directory.resolve("peer.secret");

        PeerSecret.makeIfAbsent(file);
        String secret = Files.readString(file);
        PeerSecret.makeIfAbsent(file);

        assertThat(Files.readString(file)).isEqualTo(secret).hasSizeGreaterThanOrEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
