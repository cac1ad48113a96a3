package com.fusioncommerce.trials.bench.latency;

import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.report.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures variations of the relevant settings, one changed at a time, each on a new platform, all at the same rate.
 */
final class Sweep {
    private static final String STREAMS = "FUSION_STREAMS_SETTINGS";
    private static final String BROKER = "FUSION_BROKER_SETTINGS";
    private static final double SHARE = 0.5;

    private final BenchRun run;
    private final BenchOptions options;
    private final Effort effort;
    private final int pools;
    private final List<Variation> variations;

    /** A change of the defaults; an empty one is the defaults. */
    private record Variation(String name, Map<String, String> environment) {
        static Variation of(String setting) {
            String[] parts = setting.split("=", 2);
            return of(parts[0], parts[1]);
        }

        static Variation of(String variable, String value) {
            return new Variation(
                    variable.equals(STREAMS) || variable.equals(BROKER) ? value : variable + "=" + value,
                    Map.of(variable, value));
        }
    }

    /**
     * @param chosen environment variables with their values, each a variation; empty for the built-in variations
     */
    Sweep(BenchRun run, BenchOptions options, Effort effort, int pools, List<String> chosen) {
        this.run = run;
        this.options = options;
        this.effort = effort;
        this.pools = pools;
        this.variations = new ArrayList<>();
        variations.add(new Variation("the defaults", Map.of()));
        variations.addAll(
                chosen.isEmpty()
                        ? thatMatter()
                        : chosen.stream().map(Variation::of).toList());
        variations.add(new Variation("the defaults again", Map.of()));
    }

    private static List<Variation> thatMatter() {
        List<Variation> all = new ArrayList<>();
        for (String interval : List.of("20", "50")) {
            all.add(Variation.of("FUSION_COMMIT_INTERVAL_MS", interval));
        }
        for (String setting : List.of("poll.ms=100", "producer.linger.ms=0", "main.consumer.max.poll.records=1000")) {
            all.add(Variation.of(STREAMS, setting));
        }
        all.add(Variation.of(BROKER, "add.partitions.to.txn.retry.backoff.ms=20"));
        all.add(Variation.of("FUSION_STREAMS_THREADS", "2"));
        return all;
    }

    void measure() throws Exception {
        Table table = run.table(
                "One setting changed at a time, at the same rates",
                "setting",
                "one hop p50 ms",
                "p99 ms",
                "commands/s at most",
                "HTTP p50 ms",
                "p99 ms",
                "orders/s at most",
                "CPU-ms an order, API",
                "Kafka");
        double hopRate = 0;
        double httpRate = 0;
        for (Variation variation : variations) {
            run.say("%s", variation.name());
            Map<String, String> environment = new HashMap<>(variation.environment());
            environment.put("FUSION_FRAUD_GATE", "off");
            try (BenchPlatform platform = options.platform(run, Set.of("api"), environment);
                    ShopUnderLoad load = new ShopUnderLoad(platform, effort, pools);
                    HopMeter meter = new HopMeter(load.shop())) {
                load.warmUp(run);
                Hops hopPeak = meter.atMost(effort.each());
                double httpPeak = load.peak(run).perSecond();
                if (hopRate == 0) {
                    hopRate = hopPeak.perSecond() * SHARE;
                    httpRate = httpPeak * SHARE;
                    run.setting("commands/s", Math.round(hopRate));
                    run.setting("orders/s", Math.round(httpRate));
                }
                Latency hop = meter.at(hopRate, effort.each()).latency();
                ShopUnderLoad.AtRate at = load.at(httpRate);
                Latency http = at.answers().latency(LoadResult::isSuccess);
                table.row(
                        variation.name(),
                        hop.p50(),
                        hop.p99(),
                        hopPeak.perSecond(),
                        http.p50(),
                        http.p99(),
                        httpPeak,
                        at.apiCpu(),
                        at.kafkaCpu());
            }
        }
        run.note(
                "The rates are half of what the defaults did at most. The defaults stand there twice: their difference is"
                        + " noise.");
    }
}
