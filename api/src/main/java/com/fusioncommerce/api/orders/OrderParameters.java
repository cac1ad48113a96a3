package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.orders.OrderStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Query parameters of requests about orders. */
final class OrderParameters {
    private static final Schema TIME = Schema.text().with("format", "date-time");

    private static final Map<String, OrderStatus> STATUSES = Arrays.stream(OrderStatus.values())
            .collect(Collectors.toMap(Shapes::word, status -> status, (one, other) -> one, LinkedHashMap::new));

    /** The time as of which an order is read: milliseconds since the epoch, null for now. */
    static final Parameter<Long> AS_OF = Parameter.query(
                    "asOf", TIME.example("2026-01-15T12:00:00Z"), OrderProblems.INVALID_AS_OF, OrderParameters::asOf)
            .described("The order as it was recorded at that time.");

    /** The customer's id, or null. */
    static final Parameter<String> CUSTOMER = Parameter.query("customer", Rules.id("a customer's id"))
            .described(
                    "Only this customer's. A shopper's token lists its own customer's orders, whether it names that customer or"
                            + " none. Others must name one where they lack the scope orders:read.");

    /** The accepted statuses; empty for all. */
    static final Parameter<Set<OrderStatus>> STATUS = Parameter.query(
                    "status", Schema.text(), ProblemType.INVALID_PARAMETER, OrderParameters::statuses)
            .described(
                    "Only orders that stand there, separated by commas: " + String.join(", ", STATUSES.keySet()) + ".")
            .example("reserved,confirmed");

    /** The earliest time of placement, inclusive: milliseconds since the epoch, or null. */
    static final Parameter<Long> FROM = time("from").described("Only orders placed at this time or later.");

    /** The end of the time of placement, exclusive: milliseconds since the epoch, or null. */
    static final Parameter<Long> TO = time("to").described("Only orders placed before this time.");

    /** Whether the orders of a list include their lines. */
    static final Parameter<Boolean> LINES = Parameter.flag("lines").described("Whether orders carry their lines.");

    private OrderParameters() {}

    static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemType.INVALID_PARAMETER, detail);
    }

    private static Long asOf(Call call) {
        return call.query("asOf")
                .map(text -> Rules.time(text)
                        .orElseThrow(() -> ProblemException.of(
                                OrderProblems.INVALID_AS_OF,
                                "asOf must be an ISO 8601 time such as 2026-01-01T12:00:00Z.")))
                .orElse(null);
    }

    private static Parameter<Long> time(String name) {
        return Parameter.query(name, TIME, ProblemType.INVALID_PARAMETER, call -> call.query(name)
                .map(text -> Rules.time(text)
                        .orElseThrow(() -> invalid(name + " must be an ISO 8601 time such as 2026-01-01T12:00:00Z.")))
                .orElse(null));
    }

    private static Set<OrderStatus> statuses(Call call) {
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (String word :
                call.query("status").map(text -> List.of(text.split(",", -1))).orElse(List.of())) {
            OrderStatus status = STATUSES.get(word);
            if (status == null) {
                throw invalid("status may name " + new TreeSet<>(STATUSES.keySet()) + ", separated by commas.");
            }
            statuses.add(status);
        }
        return statuses;
    }
}
