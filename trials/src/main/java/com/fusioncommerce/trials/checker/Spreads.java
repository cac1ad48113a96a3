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
 * Pools that stand for several, and where orders were placed meanwhile. A command does not say which pool the client
 * named, so that a pool is right if some pool that could have been named leads there: itself, while it is not spread, or
 * one that is spread over it, with the customer's turn.
 */
final class Spreads {
    /** Whoever takes orders may know of a spread that much later than the log; before and after it either is right. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final List<String> NONE = List.of();

    private final Map<String, NavigableMap<Long, List<String>>> byPool = new HashMap<>();
    private final List<Placed> orders = new ArrayList<>();

    /** What a command to place an order says of pools. */
    private record Placed(String key, String tenant, String customer, Set<String> pools, long at, String place) {}

    /** Takes an event that spreads a pool's orders. */
    void spread(Message event) {
        byPool.computeIfAbsent(event.key(), key -> new TreeMap<>()).put(event.time(), event.texts("pools"));
    }

    /** Takes a command; what was imported lies where it says. */
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

    /** Whether a pool was ever spread over just these. */
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

    /** The spreads that whoever took an order at that time may have known. */
    private Set<List<String>> during(String key, long at) {
        NavigableMap<Long, List<String>> history = byPool.getOrDefault(key, new TreeMap<>());
        Map.Entry<Long, List<String>> before = history.floorEntry(at - LEEWAY.toMillis());
        Set<List<String>> known =
                new HashSet<>(history.subMap(at - LEEWAY.toMillis(), true, at + LEEWAY.toMillis(), true)
                        .values());
        known.add(before == null ? NONE : before.getValue());
        return known;
    }

    /** As documented: murmur2 of the customer's id, as Kafka hashes keys, modulo the number of pools. */
    private static int turn(String customer, int pools) {
        return Utils.toPositive(Utils.murmur2(customer.getBytes(UTF_8))) % pools;
    }

    private static String pool(String orderId) {
        return orderId.substring(0, orderId.indexOf('~'));
    }
}
