package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.Representation;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.ObjectSchema;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.api.web.Shapes.Money;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.LineShort;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.List;
import java.util.Map;

/** JSON representation of an order; fields without a value are left out. */
public record OrderJson(
        String orderId,
        String status,
        String customerId,
        String country,
        String billingCountry,
        String currency,
        String channel,
        boolean imported,
        String placedAt,
        int lineCount,
        long units,
        Money total,
        List<Line> lines,
        Decision decision,
        String reason,
        List<Shortage> shortages,
        String createdAt,
        String updatedAt,
        long version) {
    static final Schema SCHEMA = summarised(
                    Schema.object().field("orderId", SharedSchemas.POOLED_ID).field("status", Placed.STATUS))
            .optional("lines", Schema.listOf(Line.SCHEMA))
            .optional("decision", Decision.SCHEMA)
            .optional("reason", Schema.text().described("Why it ended; left out while it lives."))
            .optional("shortages", Schema.listOf(Shortage.SCHEMA))
            .field("createdAt", SharedSchemas.TIMESTAMP)
            .field("updatedAt", SharedSchemas.TIMESTAMP)
            .field("version", SharedSchemas.VERSION)
            .named("Order");

    static final Representation<Order> SHOWN = new Representation<>(
            Order.class,
            SCHEMA,
            (tenant, order) -> of(order, true, false),
            (tenant, order) -> of(order, true, true),
            Order::getVersion);

    /** Adds the fields of an order's summary, shared by orders and events. */
    static ObjectSchema summarised(ObjectSchema object) {
        return object.field("customerId", SharedSchemas.ID)
                .field("country", Schema.text())
                .field("billingCountry", Schema.text())
                .field("currency", SharedSchemas.RECORDED_CURRENCY)
                .field("channel", Schema.text())
                .field("imported", Schema.of("boolean"))
                .field("placedAt", SharedSchemas.TIMESTAMP)
                .field("lineCount", Schema.count(1))
                .field("units", Schema.count(1))
                .field("total", SharedSchemas.MONEY);
    }

    /** A line of an order. */
    public record Line(int line, String sku, long quantity, String unitPrice, Money total, String pool) {
        static final Schema SCHEMA = Schema.object()
                .field("line", Schema.count(1))
                .field("sku", SharedSchemas.ID)
                .field("quantity", Schema.count(1))
                .field("unitPrice", SharedSchemas.UNIT_PRICE)
                .field("total", SharedSchemas.MONEY)
                .field("pool", SharedSchemas.POOL)
                .named("OrderLine");

        static Line of(OrderLine line, String currency) {
            return new Line(
                    line.getLine(),
                    line.getSku(),
                    line.getQuantity(),
                    Shapes.unitPrice(line.getUnitPrice()),
                    new Money(line.getTotal(), currency),
                    line.getPool());
        }
    }

    /** The decision of the fraud gate with its grounds, which are internal to the tenant and hidden from shoppers. */
    public record Decision(String by, boolean accepted, Double score, String model, String modelVersion) {
        static final Schema SCHEMA = Schema.object()
                .field(
                        "by",
                        SharedSchemas.words(DecidedBy.class)
                                .described("Who decided at the fraud gate.")
                                .named("DecidedBy"))
                .field("accepted", Schema.of("boolean"))
                .optional("score", Schema.of("number").range(0, 1))
                .optional("model", Schema.text())
                .optional("modelVersion", Schema.text())
                .named("FraudDecision");

        static Decision of(FraudDecision decision, boolean toShopper) {
            if (decision == null) {
                return null;
            }
            String by = Shapes.word(decision.getBy());
            return toShopper
                    ? new Decision(by, decision.getAccepted(), null, null, null)
                    : new Decision(
                            by,
                            decision.getAccepted(),
                            decision.getScore(),
                            decision.getModel(),
                            decision.getModelVersion());
        }
    }

    /** A line with insufficient stock. */
    public record Shortage(int line, String sku, long requested, long available) {
        static final Schema SCHEMA = Schema.object()
                .field("line", Schema.count(1))
                .field("sku", SharedSchemas.ID)
                .field("requested", Schema.count())
                .field("available", Schema.count())
                .named("Shortage");

        static Shortage of(LineShort line) {
            return new Shortage(line.getLine(), line.getSku(), line.getRequested(), line.getAvailable());
        }
    }

    /** The answer to an order's placement. */
    public record Placed(String orderId, String status, String currency, Money total, long units, int lineCount) {
        static final Schema STATUS = SharedSchemas.words(OrderStatus.class).named("OrderStatus");

        /** The schema of the JSON. */
        public static final Schema SCHEMA = Schema.object()
                .field("orderId", SharedSchemas.POOLED_ID)
                .field("status", STATUS)
                .field("currency", SharedSchemas.RECORDED_CURRENCY)
                .field("total", SharedSchemas.MONEY)
                .field("units", Schema.count(1))
                .field("lineCount", Schema.count(1))
                .named("PlacedOrder");

        static Placed of(CommandOutcome outcome) {
            Map<String, String> answer = outcome.getAnswer();
            String currency = answer.get("currency");
            return new Placed(
                    answer.get("orderId"),
                    answer.get("status"),
                    currency,
                    new Money(Long.parseLong(answer.get("total")), currency),
                    Long.parseLong(answer.get("units")),
                    Integer.parseInt(answer.get("lineCount")));
        }
    }

    /** The representation of an order's state, for staff and services or for a shopper. */
    public static OrderJson of(Order order, boolean withLines, boolean toShopper) {
        OrderSummary summary = order.getSummary();
        return new OrderJson(
                order.getOrderId(),
                Shapes.word(order.getStatus()),
                summary.getCustomerId(),
                summary.getCountry(),
                summary.getBillingCountry(),
                summary.getCurrency(),
                summary.getChannel(),
                summary.getImported(),
                Shapes.time(summary.getPlacedAt()),
                summary.getLineCount(),
                summary.getUnits(),
                new Money(summary.getTotal(), summary.getCurrency()),
                withLines
                        ? order.getLines().stream()
                                .map(line -> Line.of(line, summary.getCurrency()))
                                .toList()
                        : null,
                Decision.of(order.getDecision(), toShopper),
                order.getReason().isEmpty() ? null : order.getReason(),
                order.getShortages().isEmpty()
                        ? null
                        : order.getShortages().stream().map(Shortage::of).toList(),
                Shapes.time(order.getCreatedAt()),
                Shapes.time(order.getUpdatedAt()),
                order.getVersion());
    }
}
