package com.fusioncommerce.api.commands;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of a call's command and of the aggregate that it creates, new for each call; and the id of the claim of its
 * {@code Idempotency-Key}: one per tenant, caller, operation and key, whatever the request's content or encoding. The
 * caller is the subject with its access: a caller with less access than before does not get the earlier answer.
 */
public final class CommandIds {
    /** Request header with the idempotency key. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Pattern of an idempotency key. */
    public static final String KEY_PATTERN = "^[!-~]{1,200}$";

    private static final Pattern KEY = Pattern.compile(KEY_PATTERN);
    private static final char[] BASE32 = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String command;
    private final String created;
    private final String claim;

    private CommandIds(String command, String created, String claim) {
        this.command = command;
        this.created = created;
        this.claim = claim;
    }

    /**
     * The ids of a call.
     *
     * @throws ProblemException if the call's idempotency key is not printable ASCII of 1 to 200 characters
     */
    public static CommandIds of(Call call, Clock clock) {
        String key = call.header(IDEMPOTENCY_KEY).orElse(null);
        return new CommandIds(
                UUID.randomUUID().toString(), timeOrdered(clock.millis()), key == null ? null : claim(call, key));
    }

    private static String claim(Call call, String key) {
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_IDEMPOTENCY_KEY,
                    "It must have 1 to 200 printable ASCII characters without spaces.");
        }
        Principal caller = call.principal();
        // JSON encodes different lists as different texts. The customer is null for an unrestricted caller.
        byte[] claimed =
                Json.write(Arrays.asList(call.tenant(), caller.subject(), call.operation(), key, caller.keptTo()));
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(claimed));
        return base32(hash.getLong(), hash.getLong());
    }

    /** Id of the command, new for each call. */
    public String command() {
        return command;
    }

    /** Id of the aggregate that the command creates: 26 characters, lower case, ordered by time. */
    public String created() {
        return created;
    }

    /** Id of the claim of the idempotency key, if there is a key. */
    public Optional<String> claim() {
        return Optional.ofNullable(claim);
    }

    /** A time-ordered id: 48 bits of time, then 80 random bits. */
    private static String timeOrdered(long millis) {
        return base32((millis << 16) | RANDOM.nextInt(1 << 16), RANDOM.nextLong());
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
}
