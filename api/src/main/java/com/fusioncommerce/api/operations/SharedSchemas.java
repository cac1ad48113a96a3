package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import java.util.Arrays;
import java.util.List;

/** Schemas of values with the same meaning in all operations. */
public final class SharedSchemas {
    /** An aggregate's own id: a SKU, a customer, a reference. */
    public static final Schema ID = Schema.text("^" + Keys.ID_PATTERN + "$").with("maxLength", Keys.LONGEST_ID);

    /** A pool's name. */
    public static final Schema POOL = Schema.text("^" + Keys.POOL_PATTERN + "$").example("main");

    /** The id of an order: it includes its pool. */
    public static final Schema POOLED_ID = Schema.text("^" + Keys.POOL_PATTERN + Keys.POOL_END + Keys.ID_PATTERN + "$")
            .described("Carries its pool: pool~id.")
            .example("main~0cxm3g5zj1q6vktn4a8r2b7w9e")
            .with("maxLength", Keys.LONGEST_POOL + 1 + Keys.LONGEST_ID);

    /** The code of a currency in use. */
    public static final Schema CURRENCY = Schema.words(List.copyOf(Amounts.currencies()))
            .described("Code of a currency in use: ISO 4217 list one as of 2026-01-01, those with a minor unit.")
            .example("GBP")
            .named("Currency");

    /** The code of a currency in answers, possibly one that was withdrawn since. */
    public static final Schema RECORDED_CURRENCY =
            Schema.text("^[A-Z]{3}$").described("ISO 4217 code.").example("GBP");

    /** A time. */
    public static final Schema TIMESTAMP = Schema.text()
            .with("format", "date-time")
            .described("ISO 8601, in UTC where it is answered.")
            .example("2026-01-15T12:00:00Z")
            .named("Timestamp");

    /** A unit price. */
    public static final Schema UNIT_PRICE = Schema.text("^[0-9]{1,12}(\\.[0-9]{1,4})?$")
            .described("Decimal in the major unit, "
                    + Amounts.decimalPrice(Amounts.MOST).toPlainString()
                    + " at most; with 4 decimals where it is answered.")
            .example("2.5500")
            .named("UnitPrice");

    /** An amount. */
    public static final Schema MONEY = Schema.object()
            .field(
                    "amount",
                    Schema.count().described("In minor units of the currency.").range(0, Amounts.MOST))
            .field("currency", RECORDED_CURRENCY)
            .named("Money");

    /** A state's version: the number of its events. */
    public static final Schema VERSION =
            Schema.count(1).described("Number of events behind this state; the ETag is \"v<version>\".");

    private SharedSchemas() {}

    /** The constants of an enum, in the form of {@link Shapes#word}. */
    public static <E extends Enum<E>> Schema words(Class<E> constants) {
        return Schema.words(
                Arrays.stream(constants.getEnumConstants()).map(Shapes::word).toList());
    }

    /** A page of a list. */
    public static Schema page(String name, Schema item, Schema next) {
        return Schema.object()
                .field("items", Schema.listOf(item))
                .field("next", next)
                .named(name);
    }

    /** The cursor of the next page, or null. */
    public static Schema next() {
        return Schema.any().with("type", List.of("string", "null"));
    }
}
