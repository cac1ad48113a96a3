package com.fusioncommerce.api.orders;

import static com.fusioncommerce.api.orders.OrderFields.ID;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.Example;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Link;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.PathTemplate;
import com.fusioncommerce.api.operations.Resource;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.operations.StandardParameters;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.CommonRefusals;
import com.fusioncommerce.streams.orders.OrderRefusals;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Operations on orders. The scope to write orders includes reading them; shoppers write and read their own. */
public final class OrderOperations {
    private static final String LIST = "/v1/orders";
    private static final String PATH = LIST + "/{id}";
    private static final PathTemplate ADDRESS = new PathTemplate(PATH);

    private static final Link[] LINKS = {
        Link.to("order", "getOrder").by("id", "$response.body#/orderId").seeing(),
        Link.to("history", "getOrderHistory")
                .by("id", "$response.body#/orderId")
                .seeing(),
        Link.to("cancellation", "cancelOrder").by("id", "$response.body#/orderId")
    };

    private static final Resource<Order> ORDER = Resource.of(Orders.ORDER_STORE, OrderJson.SHOWN)
            .at(PATH, OrderReads::key, ID)
            .in(OrdersApi.TAG, OrdersApi.READ, OrdersApi.WRITE)
            .missing(ProblemType.of(OrderRefusals.UNKNOWN_ORDER), in -> "There is no order " + in.get(ID) + ".")
            .linked(LINKS);

    private final Queries queries;
    private final OrderReads reads;

    /** Creates an instance's operations; {@code past} answers from the event log. */
    OrderOperations(Queries queries, OrderPast past) {
        this.queries = queries;
        this.reads = new OrderReads(ORDER, past);
    }

    List<Operation> all() {
        return List.of(place(), list(), get(), cancel(), history());
    }

    /** The body of a placement's answer, for the status of that command; null for other commands. */
    public static OrderJson.Placed placed(CommandOutcome outcome) {
        return outcome.getAnswer().containsKey("total") ? OrderJson.Placed.of(outcome) : null;
    }

    private Operation place() {
        return Operation.post("placeOrder", LIST)
                .titled(OrdersApi.TAG, "Place an order")
                .described("Answered once the order is priced, and every unit reserved or none. What follows (the fraud"
                        + " gate's decision) is told by GET and by events. placedAt, reference and unitPrice make it an"
                        + " import and need orders:import.")
                .needs(OrdersApi.WRITE)
                .forOwner(in -> in.get(OrderFields.CUSTOMER))
                .body(
                        "NewOrder",
                        OrderFields.CUSTOMER,
                        OrderFields.COUNTRY,
                        OrderFields.BILLING_COUNTRY,
                        OrderFields.CURRENCY,
                        OrderFields.CHANNEL,
                        OrderFields.POOL,
                        OrderFields.LINES,
                        OrderFields.PLACED_AT,
                        OrderFields.REFERENCE)
                .example(
                        "customerId",
                        "17850",
                        "country",
                        "GB",
                        "lines",
                        List.of(Example.of("sku", "85123A", "quantity", 6)))
                .refuses(ProblemType.STATE_UNAVAILABLE, OrderProblems.IMPORT_ONLY)
                .refuses(
                        CommonRefusals.INSUFFICIENT_STOCK,
                        OrderRefusals.ORDER_EXISTS,
                        OrderRefusals.ORDER_CANCELLED,
                        OrderRefusals.RESERVATION_EXPIRED,
                        OrderRefusals.CURRENCY_MISMATCH,
                        OrderRefusals.UNKNOWN_SKU,
                        OrderRefusals.AMOUNT_TOO_LARGE)
                .answers(Answer.json(201, "Placed, and its units reserved.", OrderJson.Placed.SCHEMA)
                        .with(Answer.Header.LOCATION, Answer.Header.CONSISTENCY_TOKEN)
                        .leading(linksOfNew()))
                .sends(
                        PlaceOrder.class,
                        in -> OrderCommands.place(in, pool -> spread(in.tenant(), pool)),
                        (in, order) -> Keys.of(in.tenant(), order.getOrderId()),
                        OrderOperations::created);
    }

    private PoolSpread spread(String tenant, String pool) {
        try {
            return queries.reference(Inventory.SPREAD_TABLE, Keys.of(tenant, pool))
                    .orElse(null);
        } catch (UnavailableException e) {
            throw Problem.retryable(ProblemType.STATE_UNAVAILABLE, "How orders are spread is not known yet.", 1)
                    .raised();
        }
    }

    private static CompletableFuture<Reply> created(Backend backend, Input in, CommandOutcome outcome) {
        return Reply.json(201, OrderJson.Placed.of(outcome))
                .with("Location", ADDRESS.with(Keys.id(outcome.getKey())))
                .now();
    }

    private static List<Link> linksOfNew() {
        List<Link> all = new ArrayList<>(List.of(LINKS));
        all.add(Link.to("orders", "listOrders").by("customer", "$request.body#/customerId"));
        return all;
    }

    private static Operation cancel() {
        return ORDER.post("cancelOrder", "/cancel", "Cancel an order")
                .body("Cancellation", OrderFields.REASON, OrderFields.CANCELLED_AT)
                .example("reason", "changed my mind")
                .refuses(OrderProblems.IMPORT_ONLY)
                .refuses(OrderRefusals.UNKNOWN_ORDER, OrderRefusals.ORDER_NOT_CANCELLABLE)
                .answers("The order, cancelled.")
                .sends(CancelOrder.class, OrderCommands::cancel);
    }

    private Operation get() {
        return ORDER.get("getOrder", "", "Get an order, now or as it was")
                .takes(OrderParameters.AS_OF)
                .refuses(OrderProblems.HISTORY_TOO_LARGE)
                .fresh()
                .versioned("The order.")
                .does(reads::get);
    }

    private Operation history() {
        return ORDER.get("getOrderHistory", "/history", "Tell what happened to an order")
                .refuses(OrderProblems.HISTORY_TOO_LARGE)
                .fresh()
                .answers(Answer.json(200, "Its events, oldest first.", OrderPast.History.SCHEMA))
                .does(reads::history);
    }

    private static Operation list() {
        return Operation.get("listOrders", LIST)
                .titled(OrdersApi.TAG, "List orders, newest first")
                .described(
                        "The orders of a customer, or for staff and services with the scope orders:read of all customers. A page may have fewer"
                                + " orders than its limit, even none, while next is not null: the filter passes over some thousand"
                                + " orders a page at the most.")
                .needs(OrdersApi.READ, OrdersApi.WRITE)
                .forOwner(in -> in.get(OrderParameters.CUSTOMER))
                .takes(
                        OrderParameters.CUSTOMER,
                        OrderParameters.STATUS,
                        OrderParameters.FROM,
                        OrderParameters.TO,
                        StandardParameters.LIMIT,
                        StandardParameters.CURSOR,
                        OrderParameters.LINES)
                .refuses(ProblemType.STATE_UNAVAILABLE)
                .answers(Answer.json(
                        200, "A page.", SharedSchemas.page("OrderPage", OrderJson.SCHEMA, SharedSchemas.next())))
                .does(OrderReads::list);
    }
}
