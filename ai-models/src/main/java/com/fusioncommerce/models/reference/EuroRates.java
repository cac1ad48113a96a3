package com.fusioncommerce.models.reference;

import com.fusioncommerce.schemas.Amounts;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Converts amounts to euros, so that a model can compare amounts of different currencies. The rates are of one date
 * ({@code euro-rates.csv} names it and the source): they serve comparison, not bookkeeping.
 */
public final class EuroRates {
    private static final Map<String, Double> UNITS_PER_EURO = ReferenceFile.rows("euro-rates.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Double.parseDouble(row[1])));
    private static final double CENTS = 100;

    private EuroRates() {}

    /** Euros for one major unit of a currency; empty for a currency without a rate. */
    public static OptionalDouble euros(String currency) {
        Double units = UNITS_PER_EURO.get(currency);
        return units == null ? OptionalDouble.empty() : OptionalDouble.of(1 / units);
    }

    /**
     * An amount in euro cents.
     *
     * @param minor the amount in minor units of the currency
     * @param currency ISO 4217 code
     * @return empty for a currency without a rate
     */
    public static OptionalLong cents(long minor, String currency) {
        OptionalDouble euros = euros(currency);
        if (euros.isEmpty()) {
            return OptionalLong.empty();
        }
        double major = minor / StrictMath.pow(10, Amounts.decimals(currency));
        return OptionalLong.of(StrictMath.round(major * euros.getAsDouble() * CENTS));
    }
}
