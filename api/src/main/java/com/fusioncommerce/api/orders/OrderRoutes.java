package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.commands.CommandIds;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Lists.Row;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.streams.CommerceStores;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.inventory.PoolSpreads;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.Entry;
import com.fusioncommerce.streams.query.UnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Orders over HTTP. Who may write orders may read them. */
public final class OrderRoutes {
    private static final String PATH = "/v1/orders/";

    private final Backend backend;
    private final OrderPast past;

    /** Routes on a backend; {@code past} answers for what orders were. */
    public OrderRoutes(Backend backend, OrderPast past) {
        this.backend = backend;
        this.past = past;
    }

    /** The routes. */
    public List<Route> routes() {
        Access write = Access.bearer(Scope.ORDERS_WRITE);
        Access read = Access.bearer(Scope.ORDERS_READ, Scope.ORDERS_WRITE);
        return List.of(
                Route.post("/v1/orders", write, this::place),
                Route.post("/v1/orders/{id}/cancel", write, this::cancel),
                Route.get("/v1/orders/{id}", read, this::get, "asOf"),
                Route.get("/v1/orders/{id}/history", read, this::history),
                Route.get(
                        "/v1/orders",
                        read,
                        this::list,
                        "customer",
                        "status",
                        "from",
                        "to",
                        "limit",
                        "cursor",
                        "lines"));
    }

    private CompletableFuture<Reply> place(Call call) {
        CommandIds ids = backend.ids(call);
        PlaceOrder order = OrderInput.place(
                call,
                ids.created(),
                backend.clock().millis(),
                (named, customer) -> PoolSpreads.choose(spread(call.tenant(), named), named, customer));
        String key = Keys.of(call.tenant(), order.getOrderId());
        return CommandReplies.send(
                backend.gateway(),
                call,
                backend.command(call, ids, Topics.commands("orders"), key, order),
                outcome -> Reply.json(201, OrderJson.Placed.of(outcome))
                        .with("Location", PATH + CommandReplies.segment(Keys.id(outcome.getKey())))
                        .now());
    }

    private PoolSpread spread(String tenant, String pool) {
        try {
            return backend.queries()
                    .reference(Inventory.SPREAD_TABLE, Keys.of(tenant, pool))
                    .orElse(null);
        } catch (UnavailableException e) {
            throw Problem.retryable(ProblemType.STATE_UNAVAILABLE, "How orders are spread is not known yet.", 1)
                    .raised();
        }
    }

    private CompletableFuture<Reply> cancel(Call call) {
        String id = id(call);
        String key = Keys.of(call.tenant(), id);
        return CommandReplies.send(
                backend.gateway(),
                call,
                backend.command(
                        call,
                        backend.ids(call),
                        Topics.commands("orders"),
                        key,
                        OrderInput.cancel(call, id, backend.clock().millis())),
                outcome -> answer(call, backend.gateway().shown(outcome, Order.class)));
    }

    private CompletableFuture<Reply> get(Call call) {
        String id = id(call);
        String asOf = call.query("asOf").orElse(null);
        if (asOf == null) {
            return read(call, id);
        }
        long time = Rules.time(asOf)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID_AS_OF, "asOf must be an ISO 8601 time such as 2026-01-01T12:00:00Z."));
        String key = Keys.of(call.tenant(), id);
        return backend.reads()
                .read(call, CommerceStores.ORDERS, key, copies -> past.asOf(call, order(key, copies), key, time));
    }

    private CompletableFuture<Reply> history(Call call) {
        String key = Keys.of(call.tenant(), id(call));
        return backend.reads()
                .read(call, CommerceStores.ORDERS, key, copies -> past.history(call, order(key, copies), key));
    }

    private CompletableFuture<Reply> read(Call call, String id) {
        String key = Keys.of(call.tenant(), id);
        return backend.reads()
                .read(call, () -> PATH + CommandReplies.segment(id), CommerceStores.ORDERS, key, copies -> {
                    return answer(call, order(key, copies));
                });
    }

    private static CompletableFuture<Reply> answer(Call call, Order order) {
        return CommandReplies.versioned(call, order.getVersion(), OrderJson.of(order, true))
                .now();
    }

    private CompletableFuture<Reply> list(Call call) {
        OrderFilter filter = OrderFilter.of(call);
        boolean withLines = call.flag("lines");
        String prefix = Keys.of(call.tenant(), filter.prefix());
        return backend.lists().list(call, filter.name(), CommerceStores.ORDERS, (after, goesOn) -> {
            String begin = after == null ? filter.begin() : after;
            backend.queries()
                    .list(
                            CommerceStores.ORDERS_BY_CUSTOMER,
                            prefix,
                            begin == null ? null : prefix + begin,
                            entry -> goesOn(entry, prefix, filter, withLines, goesOn));
        });
    }

    private static boolean goesOn(
            Entry<Order> entry, String prefix, OrderFilter filter, boolean withLines, Predicate<Row> goesOn) {
        String key = entry.cursor().substring(prefix.length());
        Object shown = filter.wants(entry.value()) ? OrderJson.of(entry.value(), withLines) : null;
        return !filter.isOver(key) && goesOn.test(new Row(key, shown));
    }

    private Order order(String key, Copies copies) {
        return backend.queries()
                .get(CommerceStores.ORDERS, key, copies)
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.UNKNOWN_ORDER, "There is no order " + Keys.id(key) + "."));
    }

    private static String id(Call call) {
        String id = call.path("id");
        return Rules.known(call, id, Keys.isPooledId(id), ProblemType.UNKNOWN_ORDER);
    }
}
