package com.fusioncommerce.schemas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;

/**
 * Money as integers: amounts in minor units of an ISO 4217 currency, unit prices in 1/10,000 of its major unit. Never a
 * float.
 */
public final class Amounts {
    /** Decimals of a unit price. */
    public static final int PRICE_SCALE = 4;

    /**
     * The largest amount, unit price or count: 2^53 - 2. Readers that know only 64-bit floats (JavaScript) represent
     * every integer up to 2^53 - 1 exactly; the library that the Avro clients for JavaScript share refuses 2^53 - 1
     * itself. No topic and no answer contains a larger number.
     */
    public static final long MOST = (1L << 53) - 2;

    private static final BigDecimal PRICE_UNIT = BigDecimal.TEN.pow(PRICE_SCALE);

    private Amounts() {}

    /** Whether this is the code of a currency in use. */
    public static boolean isCurrency(String code) {
        return Currencies.decimals(code) != null;
    }

    /** The codes of the currencies in use, sorted. */
    public static Set<String> currencies() {
        return Currencies.codes();
    }

    /**
     * The decimals of a currency, also of one that was withdrawn after amounts in it were recorded.
     *
     * @throws IllegalArgumentException if there never was such a currency
     */
    public static int decimals(String currency) {
        Integer decimals = Currencies.decimals(currency);
        return decimals != null ? decimals : Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /**
     * The total of a line in minor units: quantity x unit price, rounded half-even.
     *
     * @param quantity units
     * @param unitPrice in 1/10,000 of the major unit
     * @throws ArithmeticException if the total is more than {@link #MOST}
     */
    public static long lineTotal(long quantity, long unitPrice, String currency) {
        int drop = PRICE_SCALE - decimals(currency);
        long exact = Math.multiplyExact(quantity, unitPrice);
        if (drop <= 0) {
            return bounded(Math.multiplyExact(exact, pow10(-drop)));
        }
        long unit = pow10(drop);
        long floor = Math.floorDiv(exact, unit);
        long twice = 2 * Math.floorMod(exact, unit);
        boolean up = twice > unit || (twice == unit && (floor & 1) != 0);
        return bounded(up ? floor + 1 : floor);
    }

    /**
     * The sum of two amounts or counts that are not negative.
     *
     * @throws ArithmeticException if the sum is more than {@link #MOST}
     */
    public static long sum(long one, long other) {
        return bounded(Math.addExact(one, other));
    }

    /** Whether this can be a unit price, in 1/10,000 of the major unit. */
    public static boolean isUnitPrice(long unitPrice) {
        return unitPrice >= 0 && unitPrice <= MOST;
    }

    private static long bounded(long value) {
        if (value > MOST) {
            throw new ArithmeticException(value + " is more than " + MOST);
        }
        return value;
    }

    /**
     * A unit price from its decimal form.
     *
     * @throws ArithmeticException if the price has more than 4 decimals or does not fit into 64 bits
     */
    public static long unitPrice(BigDecimal price) {
        return price.multiply(PRICE_UNIT).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    /** The decimal form of a unit price, always with 4 decimals. */
    public static BigDecimal decimalPrice(long unitPrice) {
        return BigDecimal.valueOf(unitPrice, PRICE_SCALE);
    }

    /** The decimal form of an amount in minor units, with the currency's decimals. */
    public static BigDecimal decimal(long minorUnits, String currency) {
        return BigDecimal.valueOf(minorUnits, decimals(currency));
    }

    private static long pow10(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= 10;
        }
        return result;
    }
}
