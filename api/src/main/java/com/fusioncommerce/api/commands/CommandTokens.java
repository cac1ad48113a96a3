package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.auth.KeyedHash;
import com.fusioncommerce.streams.CommerceApplication;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/**
 * Tokens of commands as issued to their senders: with the time, a hash of the customer to whom the sender was
 * restricted, and an HMAC over these and the tenant. While a command has no outcome, the HMAC tells its token from a
 * forged one, one of another shopper, and one past retention. The customer is hashed because tokens become part of
 * URLs. A known outcome is returned without checking the HMAC.
 */
public final class CommandTokens {
    /** How long a command's status can be read. */
    public static final Duration ASKED_FOR = CommerceApplication.OUTCOMES_KEPT;

    private static final int PROOF_BYTES = 16;
    private static final int SENDER_BYTES = 8;
    private static final long CLOCKS_DIFFER_MS = 60_000;
    private static final int RADIX = 36;
    private static final String END = "\n";
    private static final String SENDER = ".";

    private final KeyedHash hash;
    private final Clock clock;

    /** Creates tokens that all instances with this secret verify. */
    public CommandTokens(InstanceSecret secret, Clock clock) {
        this.hash = secret.hash("command tokens");
        this.clock = clock;
    }

    /**
     * Issues a token of a command that a caller sends now, restricted to a customer, or unrestricted if that is null.
     */
    public String issue(String tenant, String keptTo, CommandToken token) {
        return issue(tenant, keptTo, token, clock.millis());
    }

    /** Issues a token of a command that was sent at a time in milliseconds since the epoch. */
    public String issue(String tenant, String keptTo, CommandToken token, long sentAt) {
        String signed = token.text() + END + Long.toString(sentAt, RADIX) + SENDER + sender(tenant, keptTo);
        return encoded(signed + END + proof(tenant, signed));
    }

    /**
     * Whether a token is authentic and its command may still get an outcome: it was issued to this tenant and, if the
     * reader is restricted to a customer, to a caller restricted to the same customer.
     */
    public boolean isOpen(String tenant, String keptTo, String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            int end = text.lastIndexOf(END);
            if (end < 0) {
                return false;
            }
            String signed = text.substring(0, end);
            if (!isSame(encoded(signed + END + proof(tenant, signed)), token)) {
                return false;
            }
            String[] sent = signed.substring(signed.lastIndexOf(END) + 1).split("\\.", -1);
            // Tokens of earlier versions have no sender: the whole tenant may use them until they expire.
            boolean own = keptTo == null || sent.length == 1 || isSame(sender(tenant, keptTo), sent[1]);
            long age = clock.millis() - Long.parseLong(sent[0], RADIX);
            return own && age > -CLOCKS_DIFFER_MS && age < ASKED_FOR.toMillis();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private String sender(String tenant, String keptTo) {
        return keptTo == null ? "" : hashed(SENDER_BYTES, "sender", tenant, keptTo);
    }

    private String proof(String tenant, String signed) {
        return hashed(PROOF_BYTES, tenant, signed);
    }

    private String hashed(int bytes, String... parts) {
        byte[] whole = hash.of(String.join(END, parts));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, bytes));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
