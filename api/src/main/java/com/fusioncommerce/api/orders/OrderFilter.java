package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.streams.orders.OrdersByCustomer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
     * Reads the query {@code customer, status, from, to}.
     *
     * @throws ProblemException if a part of it is wrong, or the caller may list customers' orders only and names none
     */
    static OrderFilter of(Call call) {
        Optional<String> customer = call.query("customer");
        if (customer.isEmpty() && !call.principal().may(Scope.ORDERS_READ)) {
            throw Problem.of(
                            ProblemType.INSUFFICIENT_SCOPE,
                            "The orders of all customers need the scope " + Scope.ORDERS_READ.claim()
                                    + "; name a customer.")
                    .raised();
        }
        customer.filter(id -> !Keys.isId(id)).ifPresent(id -> {
            throw invalid("customer must name a customer.");
        });
        Long from = time(call, "from");
        Long to = time(call, "to");
        if (from != null && to != null && from >= to) {
            throw invalid("from must be before to.");
        }
        String prefix = customer.map(OrdersByCustomer::prefix).orElse(OrdersByCustomer.EVERYBODY);
        return new OrderFilter(prefix, statuses(call), from, to);
    }

    private static Long time(Call call, String name) {
        return call.query(name)
                .map(text -> Rules.time(text)
                        .orElseThrow(() -> invalid(name + " must be an ISO 8601 time such as 2026-01-01T12:00:00Z.")))
                .orElse(null);
    }

    private static Set<OrderStatus> statuses(Call call) {
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (String word :
                call.query("status").map(text -> List.of(text.split(",", -1))).orElse(List.of())) {
            statuses.add(Arrays.stream(OrderStatus.values())
                    .filter(status -> Shapes.word(status).equals(word))
                    .findFirst()
                    .orElseThrow(() -> invalid("status may name " + words() + ", separated by commas.")));
        }
        return statuses;
    }

    private static Set<String> words() {
        return Arrays.stream(OrderStatus.values()).map(Shapes::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemType.INVALID_PARAMETER, detail);
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
