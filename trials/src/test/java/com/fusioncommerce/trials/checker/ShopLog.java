package com.fusioncommerce.trials.checker;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.KeyedRequest;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderSummary;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The sound log of a small shop, into which tests plant faults. */
final class ShopLog {
    static final String SKU = "MUG";
    static final long NOON = 1_790_000_000_000L;
    private static final long PRICE = 255;

    final List<LogEntry> entries = new ArrayList<>();
    final List<Acknowledgement> journal = new ArrayList<>();
    private final String tenant;
    private long onHand;

    ShopLog(String tenant) {
        this.tenant = tenant;
    }

    /** Ten mugs; an order of 4 is confirmed, one of 3 is cancelled, one of 9 is refused. */
    static ShopLog sound(String tenant) {
        ShopLog log = new ShopLog(tenant);
        log.setStock(10);
        log.confirmed("first", 4);
        log.confirmed("second", 3);
        log.cancelled("second", 3);
        log.refused("third", 9);
        log.transferred(2);
        log.transferRefused(99);
        log.spread("busy", List.of("main", "north"));
        return log;
    }

    void setStock(long units) {
        String id = command(
                Topics.commands("inventory"), stockKey(), "SetStock", "set-" + units, new SetStock("main", SKU, units));
        event(
                Topics.events("inventory"),
                stockKey(),
                "inventory.set",
                id,
                new StockSet("main", SKU, units, onHand, NOON));
        onHand = units;
        outcome("inventory", stockKey(), id, "");
        journal.add(new Acknowledgement(
                correlation(id), Acknowledgement.Kind.SET_STOCK, stockKey(), 200, "", Map.of(), units, NOON));
    }

    /** Adds a transfer of mugs from main to north. */
    void transferred(long units) {
        String id = command(
                Topics.commands("inventory"),
                stockKey(),
                "TransferStock",
                "transfer-" + units,
                new TransferStock("main", SKU, units, "north", "t1", ""));
        event(
                Topics.events("inventory"),
                stockKey(),
                "inventory.transfer_sent",
                id,
                new StockTransferSent("t1", "main", SKU, units, "north", onHand - units, "", NOON));
        event(
                Topics.events("inventory"),
                northKey(),
                "inventory.transfer_received",
                id + ".receive",
                new StockTransferReceived("t1", "north", SKU, units, "main", units, NOON));
        onHand -= units;
        outcome("inventory", stockKey(), id, "");
        journal.add(new Acknowledgement(
                correlation(id), Acknowledgement.Kind.TRANSFER, stockKey(), 200, "", Map.of(), units, NOON));
    }

    /** Adds a refused transfer of more mugs than there are, without events. */
    void transferRefused(long units) {
        String id = command(
                Topics.commands("inventory"),
                stockKey(),
                "TransferStock",
                "transfer-" + units,
                new TransferStock("main", SKU, units, "north", "t2", ""));
        outcome("inventory", stockKey(), id, "insufficient_stock");
        journal.add(new Acknowledgement(
                correlation(id),
                Acknowledgement.Kind.TRANSFER,
                stockKey(),
                409,
                "insufficient_stock",
                Map.of(),
                units,
                NOON));
    }

    /** Adds a spread of a pool over these pools, some minutes old. */
    void spread(String pool, List<String> pools) {
        String key = tenant + "/" + pool;
        int first = entries.size();
        String id = command(
                Topics.commands("inventory"), key, "SpreadOrders", "spread-" + pool, new SpreadOrders(pool, pools));
        event(Topics.events("inventory"), key, "inventory.orders_spread", id, new OrdersSpread(pool, pools, NOON));
        outcome("inventory", key, id, "");
        entries.subList(first, entries.size()).replaceAll(entry -> entry.earlier(Duration.ofMinutes(5)));
        journal.add(new Acknowledgement(correlation(id), Acknowledgement.Kind.SPREAD, key, 200, "", Map.of(), 0, NOON));
    }

    void confirmed(String name, long units) {
        String id = created(name, units);
        held(name, units);
        order(name, "order.reserved", id + ".r", units, new OrderReserved(orderId(name), "main", summary(units), NOON));
        order(
                name,
                "order.confirmed",
                id + ".score",
                units,
                new OrderConfirmed(orderId(name), summary(units), yes(), NOON));
        outcome("orders", key(name), id, "");
        acknowledged(id, Acknowledgement.Kind.ORDER, name, 201, "", Map.of(SKU, units));
    }

    void cancelled(String name, long units) {
        String id = command(
                Topics.commands("orders"),
                key(name),
                "CancelOrder",
                "cancel-" + name,
                new CancelOrder(orderId(name), "changed my mind", null));
        order(
                name,
                "order.cancelled",
                id,
                units,
                new OrderCancelled(orderId(name), summary(units), "changed my mind", List.of("main"), NOON, NOON));
        StockReleased released =
                new StockReleased("main", orderId(name), List.of(new ReservedUnits(SKU, units)), "cancelled", NOON);
        event(Topics.events("inventory"), holdKey(name), "inventory.released", id + ".release", released);
        outcome("orders", key(name), id, "");
        acknowledged(id, Acknowledgement.Kind.CANCELLATION, name, 200, "", Map.of());
    }

    void refused(String name, long units) {
        String id = created(name, units);
        event(
                Topics.events("inventory"),
                holdKey(name),
                "inventory.insufficient",
                id + ".reserve",
                new StockInsufficient("main", orderId(name), List.of(), NOON));
        OrderRefused refused =
                new OrderRefused(orderId(name), summary(units), "insufficient_stock", List.of(), List.of(), NOON);
        order(name, "order.refused", id + ".r", units, refused);
        outcome("orders", key(name), id, "insufficient_stock");
        acknowledged(id, Acknowledgement.Kind.ORDER, name, 409, "insufficient_stock", Map.of(SKU, units));
    }

    private String created(String name, long units) {
        PlaceOrder place = new PlaceOrder(
                orderId(name),
                "c-" + name,
                null,
                "GB",
                "GB",
                "web",
                null,
                false,
                List.of(new PlaceOrderLine(SKU, units, null, null)));
        String id = command(Topics.commands("orders"), key(name), "PlaceOrder", "place-" + name, place);
        OrderLine line = new OrderLine(1, SKU, units, PRICE * 100, units * PRICE, "main");
        order(
                name,
                "order.created",
                id,
                units,
                new OrderCreated(orderId(name), summary(units), List.of(line), List.of("main"), NOON));
        return id;
    }

    private void held(String name, long units) {
        event(
                Topics.events("inventory"),
                holdKey(name),
                "inventory.reserved",
                "place-" + name + ".reserve",
                new StockReserved("main", orderId(name), List.of(new ReservedUnits(SKU, units)), NOON));
    }

    private void order(String name, String type, String cause, long units, SpecificRecord event) {
        event(Topics.events("orders"), key(name), type, cause, event);
        fact(Topics.named("analytics.order-facts"), key(name), fact(name, type, units));
        if (OrderStage.signOf(type) != 0) {
            fact(Topics.named("analytics.line-facts"), key(name), lineFact(name, type, units));
        }
    }

    private String command(Topic topic, String key, String type, String id, SpecificRecord command) {
        LogEntry entry = LogEntry.of(topic, key, type, id, id, command);
        entry.headers().put("replypartition", "0");
        entry.headers().put("correlationid", correlation(id));
        entries.add(entry);
        return id;
    }

    /** Wraps a command into a request with an idempotency key, and repeats the request. */
    void keyed(String id, int repetitions, Function<SpecificRecord, byte[]> encoding) {
        int at = at(Topics.commands("orders"), id);
        LogEntry command = entries.get(at);
        ByteBuffer hash = ByteBuffer.wrap(new byte[16]);
        byte[] bytes = encoding.apply(command.value());
        KeyedRequest request = new KeyedRequest(command.key(), hash, ByteBuffer.wrap(bytes));
        LogEntry first = new LogEntry(command.topic(), tenant + "/one-key", command.headers(), request);
        entries.set(at, first);
        for (int n = 0; n < repetitions; n++) {
            entries.add(first.withId(id + "-again-" + n));
            entries.add(entries.stream()
                    .filter(entry -> entry.value() instanceof CommandOutcome outcome
                            && outcome.getCommandId().equals(id))
                    .findFirst()
                    .orElseThrow());
        }
        claimed(id, "one-key");
    }

    /** Sets the claim in a command's outcomes. */
    void claimed(String id, String claim) {
        entries.replaceAll(entry -> entry.value() instanceof CommandOutcome outcome
                        && outcome.getCommandId().equals(id)
                ? entry.with(CommandOutcome.newBuilder(outcome).setClaim(claim).build())
                : entry);
    }

    private int at(Topic topic, String id) {
        for (int n = 0; n < entries.size(); n++) {
            if (entries.get(n).topic().equals(topic)
                    && id.equals(entries.get(n).headers().get("ce_id"))) {
                return n;
            }
        }
        throw new IllegalArgumentException("no command " + id);
    }

    private void event(Topic topic, String key, String type, String causation, SpecificRecord event) {
        entries.add(LogEntry.of(topic, key, type, causation + "." + type, causation, event));
    }

    private void fact(Topic topic, String key, SpecificRecord fact) {
        entries.add(new LogEntry(topic, key, Map.of(), fact));
    }

    private void outcome(String domain, String key, String commandId, String reason) {
        OutcomeStatus status = reason.isEmpty() ? OutcomeStatus.ACCEPTED : OutcomeStatus.REJECTED;
        CommandOutcome outcome = new CommandOutcome(
                commandId, domain, key, status, reason, "", Map.of(), List.of(), 0L, 0, 0, 0L, NOON, null, null, "",
                null, null);
        entries.add(new LogEntry(Topics.OUTCOMES, key, Map.of("ce_type", "outcome"), outcome));
    }

    private void acknowledged(
            String id, Acknowledgement.Kind kind, String name, int status, String code, Map<String, Long> units) {
        journal.add(new Acknowledgement(correlation(id), kind, key(name), status, code, units, 0, NOON));
    }

    private OrderFact fact(String name, String type, long units) {
        return new OrderFact(
                tenant,
                type,
                NOON,
                orderId(name),
                "c-" + name,
                "GB",
                "GBP",
                "web",
                "",
                false,
                1L,
                units,
                units * PRICE,
                NOON,
                NOON,
                (long) OrderStage.signOf(type),
                OrderStage.signOf(type) * units,
                OrderStage.signOf(type) * units * PRICE);
    }

    private OrderLineFact lineFact(String name, String type, long units) {
        int sign = OrderStage.signOf(type);
        return new OrderLineFact(
                tenant,
                NOON,
                orderId(name),
                SKU,
                "GB",
                "GBP",
                "web",
                false,
                units,
                units * PRICE,
                1L,
                type,
                NOON,
                (long) sign,
                sign * units,
                sign * units * PRICE);
    }

    private static OrderSummary summary(long units) {
        return new OrderSummary("c", "GB", "GB", "GBP", "web", false, NOON, 1, units, units * PRICE);
    }

    private static FraudDecision yes() {
        return new FraudDecision(DecidedBy.MODEL, true, 0.1, "fraud", "1");
    }

    static String orderId(String name) {
        return "main~" + name;
    }

    String key(String name) {
        return tenant + "/" + orderId(name);
    }

    String stockKey() {
        return tenant + "/main~" + SKU;
    }

    String northKey() {
        return tenant + "/north~" + SKU;
    }

    String holdKey(String name) {
        return tenant + "/main~" + orderId(name);
    }

    private static String correlation(String commandId) {
        return "told-" + commandId;
    }
}
