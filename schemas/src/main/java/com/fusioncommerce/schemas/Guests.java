package com.fusioncommerce.schemas;

import java.util.Locale;
import java.util.Set;

/**
 * Customer ids of orders without an account. Guests share such an id, so a customer's history must not count the orders
 * of guests as those of one person.
 */
public final class Guests {
    /** The customer id of orders that name no customer. */
    public static final String SHARED_ID = "guest";

    private static final Set<String> SHARED_IDS = Set.of(SHARED_ID, "guests", "anonymous");
    private static final String PREFIX = "guest:";

    private Guests() {}

    /**
     * Whether a customer's id is that of a guest: {@code guest}, {@code guests}, {@code anonymous}, or {@code guest:}
     * and anything, for shops that tell guests apart; in upper or lower case.
     */
    public static boolean isGuest(String customerId) {
        String id = customerId.strip().toLowerCase(Locale.ROOT);
        return SHARED_IDS.contains(id) || id.startsWith(PREFIX);
    }
}
