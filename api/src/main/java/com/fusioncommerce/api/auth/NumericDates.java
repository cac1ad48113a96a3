package com.fusioncommerce.api.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The times of a token, before a library makes dates of them: of a number beyond its range it makes a date long past,
 * before which a token is valid for ever.
 */
final class NumericDates {
    private static final List<String> CLAIMS = List.of("exp", "nbf", "iat");

    /** The last second of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    private NumericDates() {}

    /** The first claim that is a number and no time. */
    static Optional<String> wrong(Map<String, Object> claims) {
        return CLAIMS.stream()
                .filter(name -> claims.get(name) instanceof Number number && !isTime(number))
                .findFirst();
    }

    /** Seconds since 1970, whole or not (RFC 7519, 2), however they are written. */
    private static boolean isTime(Number seconds) {
        double value = seconds.doubleValue();
        return value >= 0 && value <= LAST;
    }
}
