package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchProgram;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.machine.ProcessTree;
import java.util.List;
import java.util.Set;

/** Measures each shop by the same plan, one after another. */
final class PeersBench implements BenchProgram {
    static final String FUSION = "fusion";

    private final BenchOptions options;
    private final Harness harness;
    private final Plan plan;
    private final Set<String> only;
    private final Set<Extra> extras;

    /** Measurements of our platform only. */
    enum Extra {
        FSYNC,
        FRAUD
    }

    PeersBench(BenchOptions options, Harness harness, Plan plan, Set<String> only, Set<Extra> extras) {
        this.options = options;
        this.harness = harness;
        this.plan = plan;
        this.only = only;
        this.extras = extras;
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.setting("lines an order", plan.lines());
        run.setting("window s", plan.window().toSeconds());
        run.warmUp(plan.warmUp().toSeconds() + " s before each window, every shop alike");
        PeersTables tables = new PeersTables(run);
        Goals goals = new Goals(run);
        for (Peer peer : Peer.values()) {
            if (only.contains(peer.id())) {
                try (MeasuredShop shop = PeerShop.open(run, harness, peer, plan.lines())) {
                    all(run, shop, tables, goals);
                }
            }
        }
        if (only.contains(FUSION)) {
            try (FusionShop shop = FusionShop.open(run, options, plan.lines(), false, harness.run())) {
                all(run, shop, tables, goals);
                if (extras.contains(Extra.FSYNC)) {
                    shop.flushing(true);
                    orders(run, shop, tables, goals);
                    shop.flushing(false);
                }
            }
            if (extras.contains(Extra.FRAUD)) {
                try (FusionShop shop = FusionShop.open(run, options, plan.lines(), true, harness.run())) {
                    scored(run, shop, tables);
                }
            }
        }
        Fairness.notes(plan).forEach(run::note);
    }

    private void all(BenchRun run, MeasuredShop shop, PeersTables tables, Goals goals) throws Exception {
        run.say("%s: reads, orders and the hot SKU, by the harness's client", shop.name());
        for (JsonNode line : new HarnessRun(harness, plan).of(shop)) {
            goals.harness(shop, line, tables.harness(shop, line));
        }
        orders(run, shop, tables, goals);
        double rate = tables.peak(shop) / 2;
        run.say("%s: %.1f orders/s, half of its peak", shop.name(), rate);
        OrdersPlaced placed =
                shoppers(shop).paced(rate, plan.shoppers().get(plan.shoppers().size() - 1), plan.times());
        tables.half(shop, placed);
        goals.half(shop, placed);
        tables.start(shop);
    }

    private void orders(BenchRun run, MeasuredShop shop, PeersTables tables, Goals goals) throws InterruptedException {
        for (int count : plan.shoppers()) {
            run.say("%s: %d shoppers", shop.name(), count);
            OrdersPlaced placed = shoppers(shop).closed(count, plan.times());
            Double[] ratios = tables.orders(shop, count, placed);
            run.say(
                    "  %.1f orders/s, p99 %.0f ms %s",
                    placed.perSecond(), placed.latency().p99(), placed.reasons());
            goals.orders(shop, count, placed, ratios);
        }
    }

    private void scored(BenchRun run, FusionShop shop, PeersTables tables) throws Exception {
        try (Confirmations confirmations = Confirmations.watch(shop.platform().config())) {
            for (int count : plan.shoppers()) {
                run.say("%s: %d shoppers", shop.name(), count);
                Shoppers shoppers = shoppers(shop).opening(confirmations::open);
                OrdersPlaced placed = shoppers.closed(count, plan.times());
                Confirmations.Seen seen = confirmations.close(placed.seconds());
                tables.gated(count, placed, seen);
                run.say("  %.1f confirmed/s", seen.perSecond());
            }
        }
        tables.start(shop);
    }

    private static Shoppers shoppers(MeasuredShop shop) {
        return new Shoppers(shop.base(), shop.journey(), () -> ProcessTree.cpuMs(shop.processes()));
    }

    /** Names of all shops. */
    static List<String> names() {
        return List.of(Peer.VENDURE.id(), Peer.MEDUSA.id(), FUSION);
    }
}
