package com.fusioncommerce.trials.bench.contention;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.CommittedEvents;
import com.fusioncommerce.trials.bench.shop.Ledger;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.client.StockLevel;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Plays rounds on a running platform. */
public final class Contention {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final int FEW = 16;

    private final PlatformConfig config;

    /** Uses the platform of this configuration. */
    public Contention(PlatformConfig config) {
        this.config = config;
    }

    /**
     * Opens a new shop, sends all orders, and collects the results. A buyer without an immediate decision retries with
     * the same idempotency key.
     */
    public Verdict play(Round round) throws IOException {
        BenchShop shop = BenchShop.open(config, "contention", round.skus(), round.pools(), round.unitsEach());
        try (CommittedEvents events =
                        new CommittedEvents(config, List.of(Topics.events("orders"), Topics.events("inventory")));
                LoadClient client = new LoadClient(config.apiUrl(), TIMEOUT)) {
            Map<TopicPartition, Long> before = events.end();
            Told told = new Told();
            LoadResult answers =
                    client.connect(round.clients()).closed(round.clients(), LONGEST, new Buyers(shop, round), told);
            long again = told.untold().size();
            long until = System.nanoTime() + SETTLED_WITHIN.toNanos();
            while (!told.untold().isEmpty() && System.nanoTime() - until < 0) {
                Deque<byte[]> untold = told.takeUntold();
                answers = answers.and(client.closed(FEW, LONGEST, untold::poll, told));
            }
            Ledger ledger = settled(events, before, shop, round);
            return new Verdict(round, answers, told.reserved(), told.insufficient(), again, ledger, held(shop));
        }
    }

    /** The ledger after compensation: refused orders over several pools release units through a topic. */
    private static Ledger settled(
            CommittedEvents events, Map<TopicPartition, Long> before, BenchShop shop, Round round) {
        Ledger[] newest = new Ledger[1];
        try {
            Await.until("all orders are decided and their units accounted for", SETTLED_WITHIN, () -> {
                newest[0] = new Ledger(shop.tenant(), round.unitsEach());
                events.read(before, newest[0]::add);
                return newest[0].isSettled();
            });
        } catch (IllegalStateException late) {
            // The verdict shows what is missing in an unsettled ledger.
            return newest[0];
        }
        return newest[0];
    }

    private static Map<String, Long> held(BenchShop shop) {
        Map<String, Long> held = new HashMap<>();
        for (String pool : shop.pools()) {
            for (String sku : shop.skus()) {
                StockLevel level = Results.of(shop.client().stock(pool, sku)).orElseThrow();
                long units = level.onHand() - level.available();
                if (units != 0) {
                    held.put(Ledger.place(pool, sku), units);
                }
            }
        }
        return held;
    }
}
