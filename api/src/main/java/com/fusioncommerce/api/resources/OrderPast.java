package com.fusioncommerce.api.resources;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.AvroJson;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.orders.OrderHistory;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.RecordedEvent;
import com.fusioncommerce.streams.query.UnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What orders were, told from the event log. Reading it blocks, and so happens on threads of its own. */
public final class OrderPast {
    private final EventLog log;
    private final Executor executor;

    /** One thing that happened. */
    record Happened(String id, String type, String time, String correlationId, String causationId, Object data) {
        static Happened of(RecordedEvent event) {
            return new Happened(
                    event.id(),
                    event.type(),
                    Shapes.time(event.time()),
                    event.correlationId(),
                    event.causationId(),
                    AvroJson.of(event.value()));
        }
    }

    /** All that happened to an order. */
    record History(String orderId, List<Happened> events) {}

    /** Reads from this log, on this executor. */
    public OrderPast(EventLog log, Executor executor) {
        this.log = log;
        this.executor = executor;
    }

    /** All that happened to an order. */
    CompletableFuture<Reply> history(Order order, String key) {
        return later(() -> Reply.ok(new History(
                order.getOrderId(),
                log.read(Topics.ORDERS_EVENTS, key, order.getEventTimes()).stream()
                        .map(Happened::of)
                        .toList())));
    }

    /** The order as it was at a time. */
    CompletableFuture<Reply> asOf(Call call, Order order, String key, long time) {
        List<Long> until =
                order.getEventTimes().stream().filter(at -> at <= time).toList();
        if (until.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_ORDER,
                    "There was no order " + order.getOrderId() + " at " + Shapes.time(time) + ".");
        }
        if (until.size() == order.getEventTimes().size()) {
            return versioned(call, order).now();
        }
        return later(() -> {
            List<RecordedEvent> events = log.read(Topics.ORDERS_EVENTS, key, until);
            Order then = OrderHistory.replay(
                            events.stream().map(RecordedEvent::value).toList())
                    .orElseThrow();
            return versioned(call, then);
        });
    }

    private static Reply versioned(Call call, Order order) {
        return Answers.versioned(call, order.getVersion(), OrderJson.of(order, true));
    }

    private CompletableFuture<Reply> later(Supplier<Reply> read) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return read.get();
                    } catch (UnavailableException e) {
                        throw Problem.retryable(ProblemType.STATE_UNAVAILABLE, "The log did not answer in time.", 1)
                                .raised();
                    }
                },
                executor);
    }
}
