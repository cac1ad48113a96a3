package com.fusioncommerce.api.web;

import com.fusioncommerce.schemas.Amounts;
import java.time.Instant;
import java.util.Locale;

/** JSON formats of values, the same in answers, histories and live events. */
public final class Shapes {
    private Shapes() {}

    /** An amount in minor units of its currency. */
    public record Money(long amount, String currency) {}

    /** A time as ISO 8601 in UTC, from milliseconds since the epoch. */
    public static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** A unit price as a decimal with four decimals, from 1/10,000 of the major unit. */
    public static String unitPrice(long unitPrice) {
        return Amounts.decimalPrice(unitPrice).toPlainString();
    }

    /** An enum constant as a word: lower case, with underscores. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
