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
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import java.util.List;
import java.util.Locale;

/** The commands that requests about orders send. */
final class OrderCommands {
    private OrderCommands() {}

    /**
     * Chooses the pool in which a customer's order is placed, a guest's by the order's own id.
     *
     * @see com.fusioncommerce.streams.inventory.PoolSpreads#choose
     */
    @FunctionalInterface
    interface Pools {
        String choose(String named, String customerId);
    }

    /**
     * The order that a request places.
     *
     * @param pools chooses where an order without a reference lies
     * @throws ProblemException if it is an import, which the caller may not make
     */
    static PlaceOrder place(Input in, Pools pools) {
        String reference = in.get(REFERENCE);
        boolean imported = reference != null
                || in.get(PLACED_AT) != null
                || in.get(LINES).stream().anyMatch(line -> line.getUnitPrice() != null);
        requireImporter(in, imported);
        String country = country(in.get(COUNTRY));
        String billing = in.get(BILLING_COUNTRY) == null ? country : country(in.get(BILLING_COUNTRY));
        // Found again by its reference, an order lies where it says.
        Pools chosen = reference == null ? pools : (named, anybody) -> named;
        // Guests are many people under one id: they spread over pools by their orders.
        String customer = in.customer() == null ? Guests.SHARED_ID : in.customer();
        String spreadBy = Guests.isGuest(customer) ? in.created() : customer;
        String id = Keys.pooledId(chosen.choose(in.get(POOL), spreadBy), reference == null ? in.created() : reference);
        List<PlaceOrderLine> placed = in.get(LINES).stream()
                .map(line -> spread(line, spreadBy, chosen))
                .toList();
        return new PlaceOrder(
                id,
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
     * The cancellation that a request asks for.
     *
     * @throws ProblemException if it is an import, which the caller may not make
     */
    static CancelOrder cancel(Input in) {
        requireImporter(in, in.get(CANCELLED_AT) != null);
        return new CancelOrder(in.get(ID), in.get(REASON), time(in, CANCELLED_AT));
    }

    private static PlaceOrderLine spread(PlaceOrderLine line, String customer, Pools pools) {
        return line.getPool() == null
                ? line
                : new PlaceOrderLine(
                        line.getSku(), line.getQuantity(), pools.choose(line.getPool(), customer), line.getUnitPrice());
    }

    /** A country's code in upper case, so that {@code gb} and {@code GB} are counted as one; a name as it is. */
    private static String country(String country) {
        return country.matches("[A-Za-z]{2}") ? country.toUpperCase(Locale.ROOT) : country;
    }

    private static Long time(Input in, Field<String> field) {
        String time = in.get(field);
        return time == null ? null : Rules.time(time).orElseThrow();
    }

    private static void requireImporter(Input in, boolean imported) {
        boolean may = in.may(Scope.ORDERS_IMPORT) && in.call().principal().keptTo() == null;
        if (imported && !may) {
            throw ProblemException.of(
                    OrderProblems.IMPORT_ONLY,
                    "unitPrice, placedAt, cancelledAt and reference need the scope " + Scope.ORDERS_IMPORT.claim()
                            + ", in a token of staff or of a service.");
        }
    }
}
