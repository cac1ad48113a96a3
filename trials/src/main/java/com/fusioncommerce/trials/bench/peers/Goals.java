package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.trials.bench.BenchRun;

/** Targets of our platform against Vendure in the same run, and checks that must pass on any machine. */
final class Goals {
    private static final int FEW = 32;
    private static final int MANY = 256;
    private static final double ORDERS_OF_FEW = 200;
    private static final double ORDERS_OF_MANY = 500;
    private static final double CPU = 200;
    private static final double PRODUCT = 300;
    private static final double LIST = 200;
    private static final double P99_MS = 60;
    private static final String TIMES = "× Vendure";

    private final BenchRun run;

    Goals(BenchRun run) {
        this.run = run;
    }

    void orders(MeasuredShop shop, int shoppers, OrdersPlaced placed, Double[] ratios) {
        if (!isOurs(shop)) {
            return;
        }
        run.check(
                shop.name() + ": every order of " + shoppers + " shoppers was placed",
                placed.failed() == 0,
                placed.reasons());
        if (ratios[0] != null && (shoppers == FEW || shoppers == MANY)) {
            double wanted = shoppers == FEW ? ORDERS_OF_FEW : ORDERS_OF_MANY;
            run.atLeast(shop.name() + ": orders/s at " + shoppers + " shoppers", wanted, ratios[0], TIMES);
        }
        if (ratios[1] != null) {
            run.atLeast(shop.name() + ": CPU an order at " + shoppers + " shoppers, times less", CPU, ratios[1], TIMES);
        }
    }

    void half(MeasuredShop shop, OrdersPlaced placed) {
        if (isOurs(shop)) {
            run.atMost(
                    shop.name() + ": p99 of an order at half of the peak",
                    P99_MS,
                    placed.latency().p99(),
                    "ms");
        }
    }

    /** Target for reads against Vendure's; checks of the hot SKU: sold exactly, all other buyers refused. */
    void harness(MeasuredShop shop, JsonNode line, Double ratio) {
        if (!isOurs(shop)) {
            return;
        }
        String what = line.path("what").asText();
        String at = " at " + line.path("conns").asInt() + " connections";
        if (ratio != null && what.equals("read:product")) {
            run.atLeast("product by id" + at, PRODUCT, ratio, TIMES);
        } else if (ratio != null && what.equals("read:list20")) {
            run.atLeast("list of 20" + at, LIST, ratio, TIMES);
        } else if (what.equals("hot")) {
            int stock = line.path("stock").asInt();
            int buyers = line.path("buyers").asInt();
            run.check(
                    "the hot SKU was sold exactly",
                    line.path("placed_ok").asInt() == stock
                            && line.path("oversold").asInt() == 0,
                    line.path("placed_ok").asInt() + " of " + stock);
            int told = line.path("errs").path("409 insufficient_stock @0").asInt();
            run.check(
                    "everybody else was told insufficient_stock",
                    told == buyers - stock,
                    line.path("errs").toString());
        }
    }

    private static boolean isOurs(MeasuredShop shop) {
        return shop instanceof FusionShop;
    }
}
