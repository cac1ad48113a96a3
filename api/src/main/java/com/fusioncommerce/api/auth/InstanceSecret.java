package com.fusioncommerce.api.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret shared by the instances of one platform. It is never sent or used directly: each purpose has a derived key.
 */
public final class InstanceSecret {
    private static final int LEAST_BYTES = 32;

    private final KeyedHash secret;

    private InstanceSecret(byte[] secret) {
        this.secret = new KeyedHash(secret);
    }

    /**
     * The secret in a file, for a single instance; generated if the file is missing, so that signatures remain valid
     * after a restart.
     *
     * @throws IllegalArgumentException if the secret can be neither read nor generated
     */
    public static InstanceSecret kept(Path file) {
        if (!Files.exists(file)) {
            try {
                make(file);
            } catch (IOException e) {
                throw new IllegalArgumentException("cannot make a secret of this instance in " + file, e);
            }
        }
        return ofFile(file);
    }

    /** Writes the file atomically: a start that is killed here must not leave an empty secret. */
    private static void make(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path written = Files.createTempFile(
                directory,
                "instance",
                ".secret",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, Base64.getUrlEncoder().withoutPadding().encodeToString(random()));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random() {
        byte[] secret = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /**
     * The secret in a file, the same for all instances.
     *
     * @throws IllegalArgumentException if the file has no secret of at least 32 bytes
     */
    public static InstanceSecret ofFile(Path file) {
        byte[] secret;
        try {
            secret = Files.readString(file).trim().getBytes(UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the secret of the instances in " + file, e);
        }
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("the secret in " + file + " has fewer than " + LEAST_BYTES + " bytes");
        }
        return new InstanceSecret(secret);
    }

    /** A derived key of 32 bytes for one purpose: keys of different purposes reveal nothing about each other. */
    public byte[] key(String purpose) {
        return secret.of(purpose);
    }

    /** A keyed hash with the derived key of one purpose. */
    public KeyedHash hash(String purpose) {
        return new KeyedHash(key(purpose));
    }
}
