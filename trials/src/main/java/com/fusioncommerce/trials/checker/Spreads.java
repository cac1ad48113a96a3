package com.fusioncommerce.trials.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * Spreads of pools over time, and the pools of placed orders. A command does not contain the pool that the client
 * named, so an order's pool is right if some nameable pool leads there: the pool itself while it is not spread, or one
 * spread over it, with the customer's turn.
 */
final class Spreads {
    /** Deciders may see a spread that much later than its event; within this time both states are right. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final List<String> NONE = List.of();

    private final Map<String, NavigableMap<Long, List<String>>> byPool = new HashMap<>();
    private final List<Placed> orders = new ArrayList<>();

    /** Pools and customer of a command that places an order. */
    private record Placed(String key, String tenant, String customer, Set<String> pools, long at, String place) {}

    /** Applies an event that spreads a pool. */
    void spread(Message event) {
        byPool.computeIfAbsent(event.key(), key -> new TreeMap<>()).put(event.time(), event.texts("pools"));
    }

    /** Adds a command; an imported order lies in the pool that it names. */
    void command(Message command) {
        if (!command.value().getSchema().getName().equals("PlaceOrder")
                || (Boolean) command.value().get("imported")) {
            return;
        }
        Set<String> pools = new HashSet<>();
        pools.add(pool(command.text("orderId")));
        for (GenericRecord line : command.parts("lines")) {
            if (line.get("pool") != null) {
                pools.add(line.get("pool").toString());
            }
        }
        orders.add(new Placed(
                command.key(), command.tenant(), command.text("customerId"), pools, command.time(), command.place()));
    }

    /** Whether a pool was ever spread over exactly these pools. */
    boolean knows(String key, List<String> pools) {
        NavigableMap<Long, List<String>> history = byPool.get(key);
        return pools.isEmpty() || (history != null && history.containsValue(pools));
    }

    Verdict.Finding ordersLieWhereTheyShould() {
        Property property = new Property("orders lie in pools that their spread names");
        for (Placed order : orders) {
            for (String pool : order.pools()) {
                property.holds(
                        isRight(order, pool),
                        order.key(),
                        "was placed in pool " + pool + " at " + order.place() + ", which is spread over "
                                + during(order.tenant() + "/" + pool, order.at())
                                + "; no pool that customer " + order.customer() + " could name leads there");
            }
        }
        return property.finding();
    }

    private boolean isRight(Placed order, String pool) {
        if (during(order.tenant() + "/" + pool, order.at()).contains(NONE)) {
            return true;
        }
        String tenant = order.tenant() + "/";
        return byPool.keySet().stream()
                .filter(named -> named.startsWith(tenant))
                .flatMap(named -> during(named, order.at()).stream())
                .anyMatch(pools -> !pools.isEmpty()
                        && pools.get(turn(order.customer(), pools.size())).equals(pool));
    }

    /** The spreads that may have been in effect for an order of that time. */
    private Set<List<String>> during(String key, long at) {
        NavigableMap<Long, List<String>> history = byPool.getOrDefault(key, new TreeMap<>());
        Map.Entry<Long, List<String>> before = history.floorEntry(at - LEEWAY.toMillis());
        Set<List<String>> known =
                new HashSet<>(history.subMap(at - LEEWAY.toMillis(), true, at + LEEWAY.toMillis(), true)
                        .values());
        known.add(before == null ? NONE : before.getValue());
        return known;
    }

    /** As documented: murmur2 of the customer's id, like Kafka's key hash, modulo the number of pools. */
    private static int turn(String customer, int pools) {
        return Utils.toPositive(Utils.murmur2(customer.getBytes(UTF_8))) % pools;
    }

    private static String pool(String orderId) {
        return orderId.substring(0, orderId.indexOf('~'));
    }
}
