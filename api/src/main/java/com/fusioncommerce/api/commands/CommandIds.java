package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of commands and of what they create. With an {@code Idempotency-Key} both follow from the key, so that a request
 * that is sent again, to any instance and after any restart, is the same command; without one they are new.
 */
public final class CommandIds {
    /** Request header that makes a repeated request the same one. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final char[] BASE32 = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID command;
    private final String created;

    private CommandIds(UUID command, String created) {
        this.command = command;
        this.created = created;
    }

    /**
     * The ids of a call.
     *
     * @throws ProblemException if its idempotency key is not printable ASCII of 1 to 200 characters
     */
    public static CommandIds of(Call call, Clock clock) {
        String key = call.header(IDEMPOTENCY_KEY).orElse(null);
        if (key == null) {
            return new CommandIds(UUID.randomUUID(), timeOrdered(clock.millis()));
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_IDEMPOTENCY_KEY,
                    "It must have 1 to 200 printable ASCII characters without spaces.");
        }
        String path = call.target();
        byte[] hash = sha256(String.join("\n", call.tenant(), call.principal().subject(), call.method(), path, key));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        UUID command = version8(bits.getLong(), bits.getLong());
        return new CommandIds(command, base32(bits.getLong(), bits.getLong()));
    }

    /** Id of the command. */
    public String command() {
        return command.toString();
    }

    /** Id of what the command creates: 26 characters, lower case; ordered by time where there is no idempotency key. */
    public String created() {
        return created;
    }

    /** The first 64 bits of a hash. */
    static long fingerprint(byte[] bytes, int from) {
        MessageDigest digest = digest();
        digest.update(bytes, from, bytes.length - from);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** 48 bits of time, then 80 random ones. */
    private static String timeOrdered(long millis) {
        return base32((millis << 16) | RANDOM.nextInt(1 << 16), RANDOM.nextLong());
    }

    private static UUID version8(long high, long low) {
        return new UUID((high & ~0xf000L) | 0x8000L, (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    private static String base32(long high, long low) {
        char[] text = new char[LENGTH];
        long left = high;
        long right = low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = BASE32[(int) (right & 31)];
            right = (right >>> BITS) | (left << (Long.SIZE - BITS));
            left >>>= BITS;
        }
        return new String(text);
    }

    private static byte[] sha256(String text) {
        return digest().digest(text.getBytes(UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
