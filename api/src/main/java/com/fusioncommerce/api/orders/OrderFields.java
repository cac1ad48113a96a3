package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.MessageRules;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.operations.Shape;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.operations.Values;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Rule;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.streams.orders.OrderRefusals;
import com.fusioncommerce.streams.orders.OrderRules;
import java.util.List;

/** Fields of requests about orders. A field reserved for imports marks the order as an import. */
final class OrderFields {
    static final Parameter<String> ID = Parameter.path(
            "id",
            Rule.of(
                    ProblemType.INVALID_ID,
                    Keys::isPooledId,
                    "must be an order's id: pool~id",
                    SharedSchemas.POOLED_ID),
            Rules.ID_FORM);

    static final Field<String> CUSTOMER = Field.optionalText("customerId", Rules.id("a customer's id"))
            .described(
                    "The shopper, under the shop's own id. A shopper's token places orders for its own customer only, who"
                            + " need not be named. Where staff or a service names nobody, the order is a guest's, without an"
                            + " account, and stands under the id guest. The ids guest, guests, anonymous and guest: with anything after it,"
                            + " in any case, are guests' too. Guests share no history: the fraud model takes none of them for a"
                            + " customer.");

    private static final Rule<String> COUNTRY_RULE = Rule.text(1, 64);

    static final Field<String> COUNTRY = Field.text("country", COUNTRY_RULE)
            .described("ISO 3166 code, stored in upper case, or a name as imported data has it.");

    static final Field<String> BILLING_COUNTRY = Field.optionalText("billingCountry", COUNTRY_RULE)
            .described("Country of the means of payment; that of the order if left out.");

    static final Field<String> CURRENCY = Field.optionalText("currency", Rules.CURRENCY);

    static final Field<String> CHANNEL = Field.text(
                    "channel",
                    Rule.of(
                            ProblemType.INVALID_TEXT,
                            channel -> channel.matches("[a-z0-9][a-z0-9_-]{0,31}"),
                            "must be lower-case letters, digits, _ and -, 32 at most",
                            Schema.text("^[a-z0-9][a-z0-9_-]{0,31}$")),
                    "web")
            .described("web if left out.");

    static final Field<String> POOL = Field.text("pool", Rules.POOL, Rules.MAIN_POOL)
            .described("Where it is placed, main if left out; a pool that is spread stands for its pools.");

    static final Field<String> REFERENCE = Field.optionalText("reference", Rules.id("a reference"))
            .described("For imports, needs orders:import: the order's id is pool~reference.");

    static final Field<String> PLACED_AT = Field.optionalText("placedAt", Rules.PAST_TIME)
            .described("For imports, needs orders:import: when it was placed.");

    static final Field<String> CANCELLED_AT = Field.optionalText("cancelledAt", Rules.PAST_TIME)
            .described("For imports, needs orders:import: when it was cancelled, not before it was placed.");

    static final Field<String> REASON = Field.text("reason", Rules.REASON, "").described("Empty if left out.");

    private static final Field<String> SKU = Field.text("sku", MessageRules.text(PlaceOrderLine.class, "sku"));

    private static final Field<Long> QUANTITY =
            Field.number("quantity", MessageRules.units(PlaceOrderLine.class, "quantity"));

    private static final Field<String> LINE_POOL = Field.optionalText("pool", Rules.POOL)
            .described("Pool to take the units from; the order's own if left out.");

    private static final Field<String> UNIT_PRICE = Field.optionalText("unitPrice", Rules.PRICE)
            .described("For imports, needs orders:import: the price it was sold at; "
                    + Amounts.decimalPrice(Amounts.MOST).toPlainString() + " at most.");

    static final Field<List<PlaceOrderLine>> LINES = Field.list(
                    "lines",
                    Shape.named("NewOrderLine", SKU, QUANTITY, LINE_POOL, UNIT_PRICE),
                    OrderRules.MOST_LINES,
                    ProblemType.of(OrderRefusals.TOO_MANY_LINES),
                    OrderFields::line)
            .notEmpty(ProblemType.of(OrderRefusals.EMPTY_ORDER), "must have at least one line");

    private OrderFields() {}

    private static PlaceOrderLine line(Values line) {
        String price = line.get(UNIT_PRICE);
        return new PlaceOrderLine(
                line.get(SKU), line.get(QUANTITY), line.get(LINE_POOL), price == null ? null : Rules.unitPrice(price));
    }
}
