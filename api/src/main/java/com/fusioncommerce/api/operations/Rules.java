package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Rule;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.streams.inventory.StockLevels;
import com.fusioncommerce.streams.orders.OrderRules;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** What values must be like at the edge; the deciders hold the rest. */
public final class Rules {
    /** Attributes that a product may have. */
    public static final int MOST_ATTRIBUTES = 50;
    /** A SKU. */
    public static final Rule<String> SKU = id("a SKU");
    /** A customer's id. */
    public static final Rule<String> CUSTOMER = id("a customer's id");
    /** The sender's own reference. */
    public static final Rule<String> REFERENCE = id("a reference");
    /** The pool of whoever names none. */
    public static final String MAIN_POOL = "main";

    /** A pool's name. */
    public static final Rule<String> POOL =
            Rule.of(ProblemType.INVALID_ID, Keys::isPool, "must be a pool's name: letters, digits and ._-, 63 at most");
    /** An ISO 4217 code in use. */
    public static final Rule<String> CURRENCY = Rule.of(
            ProblemType.UNKNOWN_CURRENCY, Amounts::isCurrency, "must be the code of a currency in use (ISO 4217)");
    /** A unit price as a decimal text. */
    public static final Rule<String> PRICE = Rule.of(
            ProblemType.INVALID_PRICE,
            price -> price.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") && Amounts.isUnitPrice(unitPrice(price)),
            "must be a decimal such as 2.55, not negative, with 4 decimals at most, and "
                    + Amounts.decimalPrice(Amounts.MOST).toPlainString() + " at most");
    /** Units of an order line. */
    public static final Rule<Long> QUANTITY = Rule.range(ProblemType.INVALID_QUANTITY, 1, OrderRules.MOST_UNITS);
    /** Units in stock. */
    public static final Rule<Long> ON_HAND = Rule.range(ProblemType.INVALID_QUANTITY, 0, StockLevels.MOST);
    /** Units added, or taken if negative. */
    public static final Rule<Long> DELTA = Rule.of(
            ProblemType.INVALID_QUANTITY,
            delta -> delta != 0 && delta >= -StockLevels.MOST && delta <= StockLevels.MOST,
            "must be a number of units to add or take, not 0, " + StockLevels.MOST + " at most");
    /** Units moved between pools. */
    public static final Rule<Long> TRANSFERRED = Rule.range(ProblemType.INVALID_QUANTITY, 1, StockLevels.MOST);
    /** A name in one line. */
    public static final Rule<String> NAME = Rule.text(1, 200);
    /** A longer text. */
    public static final Rule<String> DESCRIPTION = Rule.lines(0, 4_000);
    /** An attribute's value. */
    public static final Rule<String> ATTRIBUTE = Rule.lines(0, 500);
    /** A country: a code or a name. */
    public static final Rule<String> COUNTRY = Rule.text(1, 64);
    /** A reason in one line; may be empty. */
    public static final Rule<String> REASON = Rule.text(0, 200);
    /** A sales channel. */
    public static final Rule<String> CHANNEL = Rule.of(
            ProblemType.INVALID_TEXT,
            channel -> channel.matches("[a-z0-9][a-z0-9_-]{0,31}"),
            "must be lower-case letters, digits, _ and -, 32 at most");

    private Rules() {}

    /** A time that is past, between 1970 and now. */
    public static Rule<String> pastTime(long now) {
        return Rule.of(
                ProblemType.INVALID_TIME,
                text -> time(text).filter(at -> at >= 0 && at <= now).isPresent(),
                "must be an ISO 8601 time since 1970, such as 2011-12-01T08:26:00Z, not in the future");
    }

    /** Milliseconds since the epoch of an ISO 8601 time with an offset. */
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

    /** A country's code in upper case, so that {@code gb} and {@code GB} are counted as one; a name as it is; null for null. */
    public static String country(String country) {
        return country != null && country.matches("[A-Za-z]{2}") ? country.toUpperCase(Locale.ROOT) : country;
    }

    /** A price that {@link #PRICE} holds of, in 1/10,000 of the major unit; 0 for null. */
    public static long unitPrice(String price) {
        return price == null ? 0 : Amounts.unitPrice(new BigDecimal(price));
    }

    /**
     * The id in a path. What cannot be an id names nothing that could be read, and is invalid where something is to be
     * written.
     */
    public static String known(Call call, String id, boolean valid, ProblemType unknown) {
        if (!valid) {
            boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
            throw ProblemException.of(reads ? unknown : ProblemType.INVALID_ID, "An id is " + Keys.ID_FORM + ".");
        }
        return id;
    }

    private static Rule<String> id(String what) {
        return Rule.of(ProblemType.INVALID_ID, Keys::isId, "must be " + what + ": " + Keys.ID_FORM);
    }
}
