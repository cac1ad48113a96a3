package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.streams.orders.OrdersByCustomer;
import java.util.Set;

/**
 * Which orders a list is about.
 *
 * @param prefix of the list's keys: a customer's, or the whole tenant's
 * @param statuses that its orders may have; all if empty
 * @param from when they were placed at the earliest, milliseconds since the epoch, or null
 * @param to when they were placed before, milliseconds since the epoch, or null
 */
record OrderFilter(String prefix, Set<OrderStatus> statuses, Long from, Long to) {
    /**
     * What a request's query asks for.
     *
     * @throws ProblemException if a part of it is wrong, or the caller may list customers' orders only and names none
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

    /** Names the list, so that a cursor of another one is not taken. */
    String name() {
        return "orders of " + prefix + " " + statuses + " " + from + " " + to;
    }

    /** Where the list begins: the key, without the prefix, after which its first row comes; null for the very first. */
    String begin() {
        return to == null ? null : OrdersByCustomer.behind(to);
    }

    /** Whether a key, without the prefix, lies behind the list's last row: the oldest are last. */
    boolean isOver(String key) {
        return from != null && key.compareTo(OrdersByCustomer.behind(from)) > 0;
    }

    boolean wants(Order order) {
        return statuses.isEmpty() || statuses.contains(order.getStatus());
    }
}
