package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.web.AvroJson;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.orders.OrderHistory;
import com.fusioncommerce.streams.orders.OrderRefusals;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.HistoryTooLargeException;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.RecordedEvent;
import com.fusioncommerce.streams.query.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Past states of orders, read from the event log. Reading blocks, so it runs on separate threads, which tenants share
 * in turns; it stops when the client has disconnected or the answer would be too late.
 */
final class OrderPast {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EventLog log;
    private final Bulkhead threads;

    /** An event in the history. */
    record Happened(
            String id,
            String type,
            String time,
            String correlationId,
            String causationId,
            ActorJson actor,
            Object data) {
        static final Schema SCHEMA = Schema.object()
                .field("id", Schema.text())
                .field("type", Schema.text().example("order.created"))
                .field("time", SharedSchemas.TIMESTAMP)
                .field("correlationId", Schema.text())
                .field("causationId", Schema.text())
                .field("actor", ActorJson.SCHEMA)
                .field("data", OrderEventSchema.DATA)
                .named("OrderEvent");

        static Happened of(RecordedEvent event, Principal reader) {
            return new Happened(
                    event.id(),
                    event.type(),
                    Shapes.time(event.time()),
                    event.correlationId(),
                    event.causationId(),
                    ActorJson.of(event.actor(), reader),
                    reader.keptTo() == null ? AvroJson.of(event.value()) : AvroJson.toShoppers(event.value()));
        }
    }

    /** The history of an order. */
    record History(String orderId, List<Happened> events) {
        static final Schema SCHEMA = Schema.object()
                .field("orderId", SharedSchemas.POOLED_ID)
                .field("events", Schema.listOf(Happened.SCHEMA))
                .named("OrderHistory");
    }

    /** Creates a reader of this log; its concurrency is the number of threads. */
    OrderPast(EventLog log, Bulkhead threads) {
        this.log = log;
        this.threads = threads;
    }

    /** Answers with the history of an order. */
    CompletableFuture<Reply> history(Call call, Order order, String key) {
        return read(
                call,
                key,
                order.getEventTimes(),
                events -> Reply.ok(new History(
                        order.getOrderId(),
                        events.stream()
                                .map(event -> Happened.of(event, call.principal()))
                                .toList())));
    }

    /** Answers with the order as of a time. */
    CompletableFuture<Reply> asOf(Call call, Order order, String key, long time) {
        List<Long> until =
                order.getEventTimes().stream().filter(at -> at <= time).toList();
        if (until.isEmpty()) {
            throw ProblemException.of(
                    OrderRefusals.UNKNOWN_ORDER,
                    "There was no order " + order.getOrderId() + " at " + Shapes.time(time) + ".");
        }
        if (until.size() == order.getEventTimes().size()) {
            return versioned(call, order).now();
        }
        return read(
                call,
                key,
                until,
                events -> versioned(
                        call,
                        OrderHistory.replay(events.stream()
                                        .map(RecordedEvent::value)
                                        .toList())
                                .orElseThrow()));
    }

    private static Reply versioned(Call call, Order order) {
        return CommandReplies.versioned(call, OrderJson.SHOWN.of(call.principal(), order));
    }

    private CompletableFuture<Reply> read(
            Call call, String key, List<Long> times, Function<List<RecordedEvent>, Reply> answer) {
        Patience patience = Patience.of(PATIENCE, call::isAbandoned);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        patience.require();
                        return answer.apply(log.read(Topics.events("orders"), key, times, patience));
                    } catch (UnavailableException | CancellationException e) {
                        throw Problem.retryable(ProblemType.STATE_UNAVAILABLE, "The log did not answer in time.", 1)
                                .raised();
                    } catch (HistoryTooLargeException e) {
                        throw ProblemException.of(
                                OrderProblems.HISTORY_TOO_LARGE, "Ask for the order, or follow its events.");
                    }
                },
                threads.of(call.principal().holder()));
    }
}
