package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.api.web.Shapes.Money;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.LineShort;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.List;
import java.util.Map;

/** An order as clients see it; fields that say nothing are left out. */
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

    /** A line. */
    public record Line(int line, String sku, long quantity, String unitPrice, Money total, String pool) {
        public static Line of(OrderLine line, String currency) {
            return new Line(
                    line.getLine(),
                    line.getSku(),
                    line.getQuantity(),
                    Shapes.unitPrice(line.getUnitPrice()),
                    new Money(line.getTotal(), currency),
                    line.getPool());
        }
    }

    /** What the fraud gate decided, and what it rests on. */
    public record Decision(String by, boolean accepted, Double score, String model, String modelVersion) {
        public static Decision of(FraudDecision decision) {
            return decision == null
                    ? null
                    : new Decision(
                            Shapes.word(decision.getBy()),
                            decision.getAccepted(),
                            decision.getScore(),
                            decision.getModel(),
                            decision.getModelVersion());
        }
    }

    /** A line that was short. */
    public record Shortage(int line, String sku, long requested, long available) {
        public static Shortage of(LineShort line) {
            return new Shortage(line.getLine(), line.getSku(), line.getRequested(), line.getAvailable());
        }
    }

    /** What the one who placed an order is told. */
    public record Placed(String orderId, String status, String currency, Money total, long units, int lineCount) {
        public static Placed of(CommandOutcome outcome) {
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

    /** An order, with or without its lines. */
    public static OrderJson of(Order order, boolean withLines) {
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
                Decision.of(order.getDecision()),
                order.getReason().isEmpty() ? null : order.getReason(),
                order.getShortages().isEmpty()
                        ? null
                        : order.getShortages().stream().map(Shortage::of).toList(),
                Shapes.time(order.getCreatedAt()),
                Shapes.time(order.getUpdatedAt()),
                order.getVersion());
    }
}
