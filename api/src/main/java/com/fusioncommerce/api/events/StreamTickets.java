package com.fusioncommerce.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.schema.Schema;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tickets for browsers' {@code EventSource}, which cannot send headers: the caller's token and the ticket's expiry,
 * encrypted and authenticated (AES-256-GCM) under a key that the instances share. A ticket only opens streams; its
 * stream ends with the token in it. URLs may end up in logs and browser histories: there a ticket is useless after half
 * a minute, and its token unreadable.
 */
public final class StreamTickets {
    /** Validity of a ticket. */
    static final Duration LIFE = Duration.ofSeconds(30);

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte[] PURPOSE = "GET /v1/events".getBytes(UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = NONCE_BYTES + Long.BYTES + TAG_BITS / Byte.SIZE;

    /**
     * A ticket to open a stream.
     *
     * @param ticket value of the ticket parameter of {@code GET /v1/events}
     * @param expiresAt expiry of the ticket
     */
    record Ticket(String ticket, String expiresAt) {
        static final Schema SCHEMA = Schema.object()
                .field("ticket", Schema.text().described("For the query of GET /v1/events."))
                .field("expiresAt", SharedSchemas.TIMESTAMP.described("Until when it opens streams."))
                .named("StreamTicket");
    }

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Creates tickets that all instances with this secret accept. */
    public StreamTickets(InstanceSecret secret, Clock clock) {
        this.key = new SecretKeySpec(secret.key("stream tickets"), "AES");
        this.clock = clock;
    }

    /**
     * Issues a ticket.
     *
     * @param token the token in the ticket
     * @param tokenExpiresAt expiry of the token, milliseconds since the epoch: the ticket does not outlive it
     */
    Ticket issue(String token, long tokenExpiresAt) {
        long expiresAt = Math.min(tokenExpiresAt, clock.millis() + LIFE.toMillis());
        return new Ticket(
                seal(token, expiresAt), Instant.ofEpochMilli(expiresAt).toString());
    }

    private String seal(String token, long expiresAt) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = token.getBytes(UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(expiresAt)
                .put(text)
                .array();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * The token in a ticket.
     *
     * @throws ProblemException if the ticket is forged, was modified, or has expired
     */
    public String tokenOf(String ticket) {
        ByteBuffer plain;
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(ticket);
            if (bytes.length < LEAST_BYTES) {
                throw new IllegalArgumentException("too short");
            }
            plain = ByteBuffer.wrap(run(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(bytes, NONCE_BYTES),
                    Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw invalid("The ticket was not made here.");
        }
        if (plain.getLong() < clock.millis()) {
            throw invalid("The ticket is over: get a new one for each stream.");
        }
        return UTF_8.decode(plain).toString();
    }

    private static ProblemException invalid(String detail) {
        return Problem.of(EventRefusals.INVALID_TICKET, detail)
                .with("WWW-Authenticate", "Bearer realm=\"fusioncommerce\"")
                .raised();
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not sealed here", e);
        }
    }
}
