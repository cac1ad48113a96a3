package com.fusioncommerce.api.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Base64;

/**
 * Cursor of a list, opaque to clients. It encodes the list's name and the last row's key, without the tenant: rows
 * inserted or removed before that key do not shift the next page.
 */
public final class Cursor {
    private static final char SEPARATOR = '\n';

    private Cursor() {}

    /** The cursor of a place in a list. */
    public static String encode(String list, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((list + SEPARATOR + key).getBytes(UTF_8));
    }

    /**
     * The key after which a list continues.
     *
     * @throws ProblemException if the cursor belongs to another list or is invalid
     */
    public static String decode(String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int end = text.indexOf(SEPARATOR);
            if (end >= 0 && text.substring(0, end).equals(list)) {
                return text.substring(end + 1);
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** The refusal of a cursor that this list did not make. */
    public static ProblemException invalid() {
        return ProblemException.of(ProblemType.INVALID_CURSOR, "Send next as it was received from this list.");
    }
}
