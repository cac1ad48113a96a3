package com.fusioncommerce.api.orders;

import static com.fusioncommerce.api.orders.OrderFields.BILLING_COUNTRY;
import static com.fusioncommerce.api.orders.OrderFields.CANCELLED_AT;
import static com.fusioncommerce.api.orders.OrderFields.CHANNEL;
import static com.fusioncommerce.api.orders.OrderFields.COUNTRY;
import static com.fusioncommerce.api.orders.OrderFields.CURRENCY;
import static com.fusioncommerce.api.orders.OrderFields.ID;
import static com.fusioncommerce.api.orders.OrderFields.LINES;
import static com.fusioncommerce.api.orders.OrderFields.PLACED_AT;
import static com.fusioncommerce.api.orders.OrderFields.POOL;
import static com.fusioncommerce.api.orders.OrderFields.REASON;
import static com.fusioncommerce.api.orders.OrderFields.REFERENCE;

import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.streams.orders.OrderPools;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Builds the commands of requests about orders. */
final class OrderCommands {
    private OrderCommands() {}

    /**
     * The command of a request that places an order.
     *
     * @param spreads from a pool to the spread of its orders, or null if there is none
     * @throws ProblemException if the order is an import and the caller may not import
     */
    static PlaceOrder place(Input in, Function<String, PoolSpread> spreads) {
        String reference = in.get(REFERENCE);
        boolean imported = reference != null
                || in.get(PLACED_AT) != null
                || in.get(LINES).stream().anyMatch(line -> line.getUnitPrice() != null);
        requireImporter(in, imported);
        String country = country(in.get(COUNTRY));
        String billing = in.get(BILLING_COUNTRY) == null ? country : country(in.get(BILLING_COUNTRY));
        String customer = in.customer() == null ? Guests.SHARED_ID : in.customer();
        OrderPools pools =
                reference == null ? OrderPools.spread(customer, in.created(), spreads) : OrderPools.named(reference);
        List<PlaceOrderLine> placed =
                in.get(LINES).stream().map(line -> in(pools, line)).toList();
        return new PlaceOrder(
                pools.orderId(in.get(POOL)),
                customer,
                in.get(CURRENCY),
                country,
                billing,
                in.get(CHANNEL),
                time(in, PLACED_AT),
                imported,
                placed);
    }

    /**
     * The command of a request that cancels an order.
     *
     * @throws ProblemException if the cancellation is an import and the caller may not import
     */
    static CancelOrder cancel(Input in) {
        requireImporter(in, in.get(CANCELLED_AT) != null);
        return new CancelOrder(in.get(ID), in.get(REASON), time(in, CANCELLED_AT));
    }

    private static PlaceOrderLine in(OrderPools pools, PlaceOrderLine line) {
        return new PlaceOrderLine(line.getSku(), line.getQuantity(), pools.ofLine(line.getPool()), line.getUnitPrice());
    }

    /**
     * Normalizes a country's code to upper case, so that {@code gb} and {@code GB} are counted as one; a name stays
     * unchanged.
     */
    private static String country(String country) {
        return country.matches("[A-Za-z]{2}") ? country.toUpperCase(Locale.ROOT) : country;
    }

    private static Long time(Input in, Field<String> field) {
        String time = in.get(field);
        return time == null ? null : Rules.time(time).orElseThrow();
    }

    private static void requireImporter(Input in, boolean imported) {
        boolean may = in.may(OrdersApi.IMPORT) && in.call().principal().keptTo() == null;
        if (imported && !may) {
            throw ProblemException.of(
                    OrderProblems.IMPORT_ONLY,
                    "unitPrice, placedAt, cancelledAt and reference need the scope " + OrdersApi.IMPORT.claim()
                            + ", in a token of staff or of a service.");
        }
    }
}
