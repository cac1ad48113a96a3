package com.fusioncommerce.api.orders;

import static com.fusioncommerce.api.orders.OrderFields.ID;

import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Resource;
import com.fusioncommerce.api.queries.Lists.Row;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.Entry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads orders, in their present and past states. */
final class OrderReads {
    private final Resource<Order> orders;
    private final OrderPast past;

    OrderReads(Resource<Order> orders, OrderPast past) {
        this.orders = orders;
        this.past = past;
    }

    /** Answers with an order, as of now or of a time. */
    CompletableFuture<Reply> get(Backend backend, Input in) {
        Long time = in.get(OrderParameters.AS_OF);
        String key = key(in);
        return backend.reads().read(in.call(), Orders.ORDER_STORE, key, copies -> {
            Order order = orders.get(backend, in, key, copies);
            return time == null
                    ? CommandReplies.versioned(
                                    in.call(), OrderJson.SHOWN.of(in.call().principal(), order))
                            .now()
                    : past.asOf(in.call(), order, key, time);
        });
    }

    /** Answers with the history of an order. */
    CompletableFuture<Reply> history(Backend backend, Input in) {
        String key = key(in);
        return backend.reads()
                .read(
                        in.call(),
                        Orders.ORDER_STORE,
                        key,
                        copies -> past.history(in.call(), orders.get(backend, in, key, copies), key));
    }

    /** The key of an order's address. */
    static String key(Input in) {
        return Keys.of(in.tenant(), in.get(ID));
    }

    /** Answers with the orders that match a filter, newest first. */
    static CompletableFuture<Reply> list(Backend backend, Input in) {
        OrderFilter filter = OrderFilter.of(in);
        boolean withLines = in.get(OrderParameters.LINES);
        boolean toShopper = in.call().principal().keptTo() != null;
        Function<Order, Object> shown = order -> OrderJson.of(order, withLines, toShopper);
        String prefix = Keys.of(in.tenant(), filter.prefix());
        return backend.lists().list(in.call(), filter.name(), Orders.ORDER_STORE, (after, goesOn) -> {
            String begin = after == null ? filter.begin() : after;
            backend.queries()
                    .list(
                            Orders.BY_CUSTOMER,
                            prefix,
                            begin == null ? null : prefix + begin,
                            entry -> goesOn(entry, prefix, filter, shown, goesOn));
        });
    }

    private static boolean goesOn(
            Entry<Order> entry,
            String prefix,
            OrderFilter filter,
            Function<Order, Object> shown,
            Predicate<Row> goesOn) {
        String key = entry.cursor().substring(prefix.length());
        Object item = filter.wants(entry.value()) ? shown.apply(entry.value()) : null;
        return !filter.isOver(key) && goesOn.test(new Row(key, item));
    }
}
