package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.streams.orders.OrdersByCustomer;
import java.util.Set;

/**
 * Filter of a list of orders.
 *
 * @param prefix prefix of the list's keys: a customer's, or the whole tenant's
 * @param statuses accepted statuses of orders; all if empty
 * @param from earliest time of placement, inclusive, milliseconds since the epoch, or null
 * @param to end of the time of placement, exclusive, milliseconds since the epoch, or null
 */
record OrderFilter(String prefix, Set<OrderStatus> statuses, Long from, Long to) {
    /**
     * The filter of a request's query parameters.
     *
     * @throws ProblemException if a parameter is invalid, or the caller may list customers' orders only and names no
     *     customer
     */
    static OrderFilter of(Input in) {
        String customer = in.customer();
        if (customer == null && !in.may(OrdersApi.READ)) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "The orders of all customers need the scope " + OrdersApi.READ.claim() + "; name a customer.");
        }
        Long from = in.get(OrderParameters.FROM);
        Long to = in.get(OrderParameters.TO);
        if (from != null && to != null && from >= to) {
            throw OrderParameters.invalid("from must be before to.");
        }
        String prefix = customer == null ? OrdersByCustomer.EVERYBODY : OrdersByCustomer.prefix(customer);
        return new OrderFilter(prefix, in.get(OrderParameters.STATUS), from, to);
    }

    /** The name of the list, to which its cursors are bound. */
    String name() {
        return "orders of " + prefix + " " + statuses + " " + from + " " + to;
    }

    /** The key, without the prefix, after which the list begins; null for the beginning of the prefix's keys. */
    String begin() {
        return to == null ? null : OrdersByCustomer.behind(to);
    }

    /** Whether a key, without the prefix, is past the list's end: the oldest orders come last. */
    boolean isOver(String key) {
        return from != null && key.compareTo(OrdersByCustomer.behind(from)) > 0;
    }

    boolean wants(Order order) {
        return statuses.isEmpty() || statuses.contains(order.getStatus());
    }
}
