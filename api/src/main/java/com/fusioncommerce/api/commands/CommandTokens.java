package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.auth.InstanceSecret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of commands as they are told to whoever sent them: with the time, and under an HMAC of that and the tenant. So a
 * token of a command of which nothing is known yet can be told from one that somebody made up, and from one so old that
 * nothing is known any more. What is known of a command is told without looking at that.
 */
public final class CommandTokens {
    /** How long a command can be asked for: outcomes are kept for 25 hours. */
    static final Duration ASKED_FOR = Duration.ofHours(25);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PROOF_BYTES = 16;
    private static final long CLOCKS_DIFFER_MS = 60_000;
    private static final int RADIX = 36;
    private static final String END = "\n";

    private final SecretKeySpec key;
    private final Clock clock;

    /** Tokens that all instances with this secret know. */
    public CommandTokens(InstanceSecret secret, Clock clock) {
        this.key = new SecretKeySpec(secret.key("command tokens"), ALGORITHM);
        this.clock = clock;
    }

    /** A token of a command that is sent now. */
    public String issue(String tenant, CommandToken token) {
        return issue(tenant, token, clock.millis());
    }

    /** A token of a command that was sent at a time in milliseconds since the epoch. */
    public String issue(String tenant, CommandToken token, long sentAt) {
        String signed = token.text() + END + Long.toString(sentAt, RADIX);
        return encoded(signed + END + proof(tenant, signed));
    }

    /** Whether a token was issued to the tenant here, for a command of which something may still become known. */
    public boolean isOpen(String tenant, String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            int end = text.lastIndexOf(END);
            if (end < 0) {
                return false;
            }
            String signed = text.substring(0, end);
            byte[] expected = encoded(signed + END + proof(tenant, signed)).getBytes(UTF_8);
            if (!MessageDigest.isEqual(expected, token.getBytes(UTF_8))) {
                return false;
            }
            long age = clock.millis() - Long.parseLong(signed.substring(signed.lastIndexOf(END) + 1), RADIX);
            return age > -CLOCKS_DIFFER_MS && age < ASKED_FOR.toMillis();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String proof(String tenant, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] proof = mac.doFinal((tenant + END + signed).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(proof, PROOF_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
