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
 * Tickets for browsers' {@code EventSource}, which cannot send a header: the caller's token, encrypted and authenticated
 * (AES-256-GCM) under a key that only the instances have, together with the time by which a stream must be opened with it.
 * It opens streams and nothing else; the stream that it opens ends with the token in it. An address may end up in logs
 * and histories, where a ticket is worth nothing half a minute later, and the token in it cannot be read.
 */
public final class StreamTickets {
    /** How long a ticket opens streams. */
    static final Duration LIFE = Duration.ofSeconds(30);

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte[] PURPOSE = "GET /v1/events".getBytes(UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = NONCE_BYTES + Long.BYTES + TAG_BITS / Byte.SIZE;

    /**
     * A ticket to open a stream with.
     *
     * @param ticket for the query of {@code GET /v1/events}
     * @param expiresAt until when it opens streams
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

    /** Tickets that all instances with this secret take. */
    public StreamTickets(InstanceSecret secret, Clock clock) {
        this.key = new SecretKeySpec(secret.key("stream tickets"), "AES");
        this.clock = clock;
    }

    /**
     * A new ticket.
     *
     * @param token what is in it
     * @param tokenExpiresAt when that ends, milliseconds since the epoch: the ticket does not outlive it
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
     * @throws ProblemException if it was not made here, was changed, or is too old
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
