package com.fusioncommerce.api.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/**
 * A key pair for development: the private key in a file with owner-only permissions, the public key as a JWKS beside
 * it. A real deployment configures the JWKS URL of an identity provider instead.
 */
public final class DevKeys {
    /** Name of the file with the private key. */
    public static final String PRIVATE_FILE = "private.jwk.json";

    /** Name of the file with the public keys. */
    public static final String PUBLIC_FILE = "jwks.json";

    private static final int RSA_BITS = 2048;

    private final JWK key;

    private DevKeys(JWK key) {
        this.key = key;
    }

    /**
     * The keys in a directory; generated (ES256) if there are none.
     *
     * @throws IOException if the files cannot be read or written
     */
    public static DevKeys at(Path directory) throws IOException {
        Path file = directory.resolve(PRIVATE_FILE);
        DevKeys keys = Files.exists(file) ? read(file) : create(JWSAlgorithm.ES256);
        Files.createDirectories(directory);
        if (!Files.exists(file)) {
            writePrivately(file, keys.key.toJSONString());
        }
        Path jwks = directory.resolve(PUBLIC_FILE);
        // An unchanged file is not rewritten: an API that reads it meanwhile would find it empty.
        if (!Files.exists(jwks) || !Files.readString(jwks).equals(keys.publicJwks())) {
            Files.writeString(jwks, keys.publicJwks());
        }
        return keys;
    }

    /** Generates keys in memory only. */
    public static DevKeys create(JWSAlgorithm algorithm) {
        try {
            Date now = Date.from(Instant.now());
            return new DevKeys(
                    JWSAlgorithm.RS256.equals(algorithm)
                            ? new RSAKeyGenerator(RSA_BITS)
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(JWSAlgorithm.RS256)
                                    .keyIDFromThumbprint(true)
                                    .issueTime(now)
                                    .generate()
                            : new ECKeyGenerator(Curve.P_256)
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(JWSAlgorithm.ES256)
                                    .keyIDFromThumbprint(true)
                                    .issueTime(now)
                                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot make a key for " + algorithm, e);
        }
    }

    /** The public keys as a JWKS document. */
    public String publicJwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    JWK key() {
        return key;
    }

    private static DevKeys read(Path file) throws IOException {
        try {
            return new DevKeys(JWK.parse(Files.readString(file)));
        } catch (ParseException e) {
            throw new IOException(file + " holds no key: delete it to have a new one made", e);
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, text.getBytes(UTF_8), StandardOpenOption.WRITE);
    }
}
