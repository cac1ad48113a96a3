package com.fusioncommerce.schemas;

import java.util.Locale;
import java.util.Set;

/**
 * Orders without an account. A guest is no customer: whoever looks at what a customer did before must not take the orders of
 * guests for those of one person.
 */
public final class Guests {
    /** The customer's id of orders that name no customer. */
    public static final String SHARED_ID = "guest";

    private static final Set<String> SHARED_IDS = Set.of(SHARED_ID, "guests", "anonymous");
    private static final String PREFIX = "guest:";

    private Guests() {}

    /**
     * Whether a customer's id is that of a guest: {@code guest}, {@code guests}, {@code anonymous}, or {@code guest:} and
     * anything, for shops that tell guests apart; in any case.
     */
    public static boolean isGuest(String customerId) {
        String id = customerId.strip().toLowerCase(Locale.ROOT);
        return SHARED_IDS.contains(id) || id.startsWith(PREFIX);
    }
}
