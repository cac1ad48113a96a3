package com.fusioncommerce.api.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Validates a token's time claims before a library converts them to dates: a number out of range overflows into the
 * distant past, and such a {@code nbf} is always met.
 */
final class NumericDates {
    private static final List<String> CLAIMS = List.of("exp", "nbf", "iat");

    /** The last second of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    private NumericDates() {}

    /** The first time claim that is a number but not a valid time. */
    static Optional<String> wrong(Map<String, Object> claims) {
        return CLAIMS.stream()
                .filter(name -> claims.get(name) instanceof Number number && !isTime(number))
                .findFirst();
    }

    /** Whether a number is a time in seconds since 1970, whole or fractional (RFC 7519, 2), in any notation. */
    private static boolean isTime(Number seconds) {
        double value = seconds.doubleValue();
        return value >= 0 && value <= LAST;
    }
}
