package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Rule;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Rules of values that several domains share; the deciders enforce the rest. */
public final class Rules {
    /** The rule of a SKU. */
    public static final Rule<String> SKU = id("a SKU");

    /** The rule of a pool's name. */
    public static final Rule<String> POOL = Rule.of(
            ProblemType.INVALID_ID,
            Keys::isPool,
            "must be a pool's name: letters, digits and ._-, 63 at most",
            SharedSchemas.POOL);

    /** Description of a valid pool name in a path. */
    public static final String POOL_FORM =
            "A pool's name is letters, digits and ._-, 63 at most, a letter or digit first.";

    /** Description of a valid id in a path. */
    public static final String ID_FORM = "An id is " + Keys.ID_FORM + ".";

    /** The default pool. */
    public static final String MAIN_POOL = "main";

    /** The rule of a currency. */
    public static final Rule<String> CURRENCY = Rule.of(
            ProblemType.UNKNOWN_CURRENCY,
            Amounts::isCurrency,
            "must be the code of a currency in use (ISO 4217)",
            SharedSchemas.CURRENCY);

    /** The rule of a unit price. */
    public static final Rule<String> PRICE = Rule.of(
            ProblemType.INVALID_PRICE,
            price -> price.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") && Amounts.isUnitPrice(unitPrice(price)),
            "must be a decimal such as 2.55, not negative, with 4 decimals at most, and "
                    + Amounts.decimalPrice(Amounts.MOST).toPlainString() + " at most",
            SharedSchemas.UNIT_PRICE);

    /** The rule of a reason. */
    public static final Rule<String> REASON = Rule.text(0, 200);

    /** The rule of a time in the past, since 1970. */
    public static final Rule<String> PAST_TIME = Rule.of(
            ProblemType.INVALID_TIME,
            text -> time(text)
                    .filter(at -> at >= 0 && at <= System.currentTimeMillis())
                    .isPresent(),
            "must be an ISO 8601 time since 1970, such as 2011-12-01T08:26:00Z, not in the future",
            SharedSchemas.TIMESTAMP);

    private Rules() {}

    /** The rule of an aggregate's own id. */
    public static Rule<String> id(String what) {
        return Rule.of(ProblemType.INVALID_ID, Keys::isId, "must be " + what + ": " + Keys.ID_FORM, SharedSchemas.ID);
    }

    /** Parses an ISO 8601 time with an offset to milliseconds since the epoch. */
    public static Optional<Long> time(String text) {
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text).toEpochMilli()
                            : OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Parses a price that is valid by {@link #PRICE}, in 1/10,000 of the major unit; 0 for null. */
    public static long unitPrice(String price) {
        return price == null ? 0 : Amounts.unitPrice(new BigDecimal(price));
    }
}
