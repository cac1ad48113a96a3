package com.fusioncommerce.workloads.simulate;

import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.PlacedOrder;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.simulate.Playback.Placed;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Decisions on orders compared with the ground truth. */
final class Verdicts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(250);

    private final FusionClient client;
    private final Duration patience;
    private final Map<Fate, int[]> counts = new EnumMap<>(Fate.class);
    private final Map<String, Integer> deciders = new TreeMap<>();

    /** Results of an order. */
    enum Fate {
        /** The fraud gate rejected the order. */
        REJECTED,
        /** The order was confirmed. */
        CONFIRMED,
        /** The shopper cancelled the order. */
        CANCELLED,
        /** There was not enough stock, or the reservation expired. */
        ENDED,
        /** The order is still undecided. */
        UNDECIDED;

        static Fate of(String status) {
            return switch (status) {
                case "rejected" -> REJECTED;
                case "confirmed" -> CONFIRMED;
                case "cancelled" -> CANCELLED;
                case "pending", "reserved" -> UNDECIDED;
                default -> ENDED;
            };
        }
    }

    Verdicts(FusionClient client, List<Placed> placed) {
        this(client, placed, PATIENCE);
    }

    /** Polls every order until it is decided, or patience ends. */
    Verdicts(FusionClient client, List<Placed> placed, Duration patience) {
        this.client = client;
        this.patience = patience;
        for (Fate fate : Fate.values()) {
            counts.put(fate, new int[2]);
        }
        ask(placed);
    }

    /** Number of fraudulent or of honest orders with this result. */
    int count(Fate fate, boolean fraudulent) {
        return counts.get(fate)[fraudulent ? 1 : 0];
    }

    void print(PrintStream out) {
        out.printf("%n%-12s", "");
        for (Fate fate : Fate.values()) {
            out.printf("%12s", fate.name().toLowerCase(Locale.ROOT));
        }
        out.println();
        row(out, "honest", false);
        row(out, "fraudulent", true);
        int caught = count(Fate.REJECTED, true);
        int wrongly = count(Fate.REJECTED, false);
        int missed = count(Fate.CONFIRMED, true);
        out.printf(
                Locale.ROOT,
                "fraud caught: %s of what was decided; of what was rejected, %s was fraud%n",
                percent(caught, caught + missed),
                percent(caught, caught + wrongly));
        deciders.forEach((by, orders) -> out.printf(Locale.ROOT, "decided by %s: %,d%n", by, orders));
    }

    private void ask(List<Placed> placed) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Placed> open = placed;
        Map<Placed, PlacedOrder> known = new HashMap<>();
        while (!open.isEmpty()) {
            known.putAll(look(open));
            open = open.stream()
                    .filter(order -> Fate.of(known.get(order).status()) == Fate.UNDECIDED)
                    .toList();
            if (open.isEmpty() || System.nanoTime() - deadline >= 0) {
                break;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        known.forEach(this::add);
    }

    private Map<Placed, PlacedOrder> look(List<Placed> orders) {
        Map<Placed, CompletableFuture<Optional<PlacedOrder>>> asked = new HashMap<>();
        orders.forEach(order -> asked.put(order, client.order(order.orderId())));
        Map<Placed, PlacedOrder> found = new HashMap<>();
        asked.forEach((order, answer) -> found.put(
                order,
                Results.of(answer)
                        .orElseThrow(() -> new IllegalStateException(
                                "the platform does not know " + order.orderId() + " that it took"))));
        return found;
    }

    private void add(Placed placed, PlacedOrder order) {
        counts.get(Fate.of(order.status()))[placed.truth().fraudulent() ? 1 : 0]++;
        if (!order.decidedBy().isEmpty()) {
            deciders.merge(order.decidedBy(), 1, Integer::sum);
        }
    }

    private void row(PrintStream out, String name, boolean fraudulent) {
        out.printf("%-12s", name);
        for (Fate fate : Fate.values()) {
            out.printf(Locale.ROOT, "%,12d", count(fate, fraudulent));
        }
        out.println();
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }
}
