package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Fields;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.streams.orders.OrderRules;
import java.util.List;

/** Reads orders and cancellations from requests. What only an import may say makes an order an import. */
final class OrderInput {
    private final Call call;
    private final long now;
    private final Fields body;
    private boolean imported;

    /**
     * Chooses the pool in which a customer's order is placed, a guest's by the order's own id.
     *
     * @see com.fusioncommerce.streams.inventory.PoolSpreads#choose
     */
    interface Pools {
        String choose(String named, String customerId);
    }

    private OrderInput(Call call, long now) {
        this.call = call;
        this.now = now;
        this.body = call.body();
    }

    /**
     * The order that a request places.
     *
     * @param newId id of an order that brings no reference
     * @param pools chooses where an order without a reference lies
     * @throws ProblemException if anything is wrong with it
     */
    static PlaceOrder place(Call call, String newId, long now, Pools pools) {
        return new OrderInput(call, now).order(newId, pools);
    }

    /**
     * The cancellation that a request asks for.
     *
     * @throws ProblemException if anything is wrong with it
     */
    static CancelOrder cancel(Call call, String orderId, long now) {
        OrderInput input = new OrderInput(call, now);
        String reason = input.body.optionalText("reason", "", Rules.REASON);
        Long cancelledAt = input.importedTime("cancelledAt");
        input.check();
        return new CancelOrder(orderId, reason, cancelledAt);
    }

    private PlaceOrder order(String newId, Pools pools) {
        String customer = body.optionalText("customerId", Guests.SHARED_ID, Rules.CUSTOMER);
        String country = Rules.country(body.text("country", Rules.COUNTRY));
        String billing = Rules.country(body.optionalText("billingCountry", country, Rules.COUNTRY));
        String currency = body.optionalText("currency", null, Rules.CURRENCY);
        String channel = body.optionalText("channel", "web", Rules.CHANNEL);
        String pool = body.optionalText("pool", Rules.MAIN_POOL, Rules.POOL);
        List<PlaceOrderLine> lines = body.list("lines", OrderRules.MOST_LINES, ProblemType.TOO_MANY_LINES, this::line);
        if (body.isEmptyList("lines")) {
            body.error("lines", ProblemType.EMPTY_ORDER, "must have at least one line");
        }
        Long placedAt = importedTime("placedAt");
        String reference = body.optionalText("reference", null, Rules.REFERENCE);
        imported |= reference != null;
        check();
        // Found again by its reference, an order lies where it says.
        Pools chosen = reference == null ? pools : (named, anybody) -> named;
        // Guests are many people under one id: they spread over pools by their orders.
        String spreadBy = Guests.isGuest(customer) ? newId : customer;
        String id = Keys.pooledId(chosen.choose(pool, spreadBy), reference == null ? newId : reference);
        List<PlaceOrderLine> placed =
                lines.stream().map(line -> spread(line, spreadBy, chosen)).toList();
        return new PlaceOrder(id, customer, currency, country, billing, channel, placedAt, imported, placed);
    }

    private static PlaceOrderLine spread(PlaceOrderLine line, String customer, Pools pools) {
        return line.getPool() == null
                ? line
                : new PlaceOrderLine(
                        line.getSku(), line.getQuantity(), pools.choose(line.getPool(), customer), line.getUnitPrice());
    }

    private PlaceOrderLine line(Fields line) {
        String price = line.optionalText("unitPrice", null, Rules.PRICE);
        imported |= price != null;
        return new PlaceOrderLine(
                line.text("sku", Rules.SKU),
                line.number("quantity", Rules.QUANTITY),
                line.optionalText("pool", null, Rules.POOL),
                price == null ? null : Rules.unitPrice(price));
    }

    private Long importedTime(String field) {
        String time = body.optionalText(field, null, Rules.pastTime(now));
        imported |= time != null;
        return time == null ? null : Rules.time(time).orElseThrow();
    }

    private void check() {
        body.check();
        if (imported && !call.principal().may(Scope.ORDERS_IMPORT)) {
            throw ProblemException.of(
                    ProblemType.IMPORT_ONLY,
                    "unitPrice, placedAt, cancelledAt and reference need the scope " + Scope.ORDERS_IMPORT.claim()
                            + ".");
        }
    }
}
