package com.fusioncommerce.trials.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** Stock and reservations, folded from the inventory's events in the order of the log. */
final class StockLedger {
    private final Property levels = new Property("0 <= reserved <= on hand after every event");
    private final Property books =
            new Property("on hand = put + adjusted + received - sent, reserved = held - released");
    private final Transfers transfers;
    private final Spreads spreads;
    private final Map<String, Level> stock = new TreeMap<>();
    private final Map<String, Hold> holds = new TreeMap<>();

    /** Stock of one SKU in one pool. */
    static final class Level {
        long onHand;
        long reserved;
        long version;
        long lastAt;
        final Set<Long> everOnHand = new HashSet<>();
    }

    /** Reservation of one order in one pool; {@code REFUSED} if the pool was short. */
    record Hold(String tenant, String pool, String orderId, State state, Map<String, Long> units, long at) {
        enum State {
            HELD,
            RELEASED,
            REFUSED
        }

        String orderKey() {
            return tenant + "/" + orderId;
        }
    }

    StockLedger(Transfers transfers, Spreads spreads) {
        this.transfers = transfers;
        this.spreads = spreads;
    }

    void take(Message event) {
        try {
            fold(event);
        } catch (ArithmeticException e) {
            books.gap(event.key(), event.type() + " at " + event.place() + " makes more units than 64 bits hold");
        }
    }

    private void fold(Message event) {
        switch (String.valueOf(event.type())) {
            case "inventory.set" -> set(event);
            case "inventory.adjusted" -> moved(event, event.number("delta"));
            case "inventory.reserved" -> reserved(event);
            case "inventory.released" -> released(event);
            case "inventory.insufficient" -> refused(event);
            case "inventory.transfer_sent" -> {
                moved(event, -event.number("quantity"));
                transfers.sent(event);
            }
            case "inventory.transfer_received" -> {
                moved(event, event.number("quantity"));
                transfers.received(event);
            }
            case "inventory.orders_spread" -> spreads.spread(event);
            default -> books.gap(event.key(), "unknown event " + event.type() + " at " + event.place());
        }
    }

    private void set(Message event) {
        String key = key(event, event.text("sku"));
        Level level = level(key);
        books.holds(
                level.onHand == event.number("previousOnHand"),
                key,
                "inventory.set at " + event.place() + " says " + event.number("previousOnHand")
                        + " were on hand before; the events up to there make " + level.onHand);
        put(key, level, event.number("onHand"), event);
    }

    /** Adds units to stock; negative units are removed. */
    private void moved(Message event, long units) {
        String key = key(event, event.text("sku"));
        Level level = level(key);
        long sum = Math.addExact(level.onHand, units);
        books.holds(
                sum == event.number("onHand"),
                key,
                event.type() + " at " + event.place() + " leaves " + event.number("onHand") + " on hand; "
                        + level.onHand + " and " + units + " make " + sum);
        put(key, level, event.number("onHand"), event);
    }

    private void put(String key, Level level, long onHand, Message event) {
        level.onHand = onHand;
        level.everOnHand.add(onHand);
        changed(key, level, event);
    }

    private void reserved(Message event) {
        Hold before = holds.get(holdKey(event));
        books.holds(
                before == null,
                holdKey(event),
                "inventory.reserved at " + event.place() + ", but the pool had answered: " + before);
        Map<String, Long> units = units(event);
        units.forEach((sku, quantity) -> {
            String key = key(event, sku);
            Level level = level(key);
            level.reserved = Math.addExact(level.reserved, quantity);
            changed(key, level, event);
        });
        note(event, Hold.State.HELD, units);
    }

    private void released(Message event) {
        Hold before = holds.get(holdKey(event));
        Map<String, Long> held = before == null ? Map.of() : before.units();
        Map<String, Long> units = units(event);
        books.holds(
                (before == null || before.state() == Hold.State.HELD) && units.equals(held),
                holdKey(event),
                "inventory.released at " + event.place() + " gives back " + units + "; held was " + before);
        units.forEach((sku, quantity) -> {
            String key = key(event, sku);
            Level level = level(key);
            level.reserved = Math.subtractExact(level.reserved, quantity);
            changed(key, level, event);
        });
        note(event, Hold.State.RELEASED, Map.of());
    }

    private void refused(Message event) {
        Hold before = holds.get(holdKey(event));
        books.holds(
                before == null,
                holdKey(event),
                "inventory.insufficient at " + event.place() + ", but the pool had answered: " + before);
        note(event, Hold.State.REFUSED, Map.of());
    }

    private void note(Message event, Hold.State state, Map<String, Long> units) {
        String key = holdKey(event);
        holds.put(key, new Hold(event.tenant(), event.text("pool"), event.text("orderId"), state, units, event.time()));
    }

    private void changed(String key, Level level, Message event) {
        level.version++;
        level.lastAt = event.time();
        levels.holds(
                0 <= level.reserved && level.reserved <= level.onHand,
                key,
                event.type() + " at " + event.place() + " leaves " + level.reserved + " reserved of " + level.onHand
                        + " on hand" + (level.reserved > level.onHand ? ": oversold" : ""));
    }

    private Level level(String key) {
        return stock.computeIfAbsent(key, any -> new Level());
    }

    private static String key(Message event, String sku) {
        return event.tenant() + "/" + event.text("pool") + "~" + sku;
    }

    private static String holdKey(Message event) {
        return key(event, event.text("orderId"));
    }

    private static Map<String, Long> units(Message event) {
        Map<String, Long> units = new HashMap<>();
        for (GenericRecord one : event.parts("units")) {
            units.merge(one.get("sku").toString(), ((Number) one.get("quantity")).longValue(), Math::addExact);
        }
        return units;
    }

    Map<String, Level> stock() {
        return stock;
    }

    /** Reservations by {@code tenant/pool~order id}. */
    Map<String, Hold> holds() {
        return holds;
    }

    Verdict.Finding neverOversold() {
        return levels.finding();
    }

    Verdict.Finding booksBalance() {
        return books.finding();
    }
}
