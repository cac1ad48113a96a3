package com.fusioncommerce.trials.bench.peers;

import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** This platform: Kafka, the registry and the API, or Flink with the fraud model too. */
final class FusionShop implements MeasuredShop {
    private static final String TENANT = "bench";
    private static final String GATE = "FUSION_FRAUD_GATE";

    private final String name;
    private final BenchPlatform platform;
    private final Set<String> parts;
    private final String token;
    private final int lines;
    private final Path seed;
    private final long startedInMs;
    private boolean flushing;

    private FusionShop(
            String name,
            BenchPlatform platform,
            Set<String> parts,
            String token,
            int lines,
            Path seed,
            long startedInMs) {
        this.name = name;
        this.platform = platform;
        this.parts = parts;
        this.token = token;
        this.lines = lines;
        this.seed = seed;
        this.startedInMs = startedInMs;
    }

    /**
     * Starts and fills this platform; with {@code scored}, the fraud model scores every order before it is confirmed.
     */
    static FusionShop open(BenchRun run, BenchOptions options, int lines, boolean scored, Path folder)
            throws Exception {
        Set<String> parts = new TreeSet<>(Set.of("kafka", "registry", "api"));
        if (scored) {
            parts.add("flink");
        }
        long began = System.nanoTime();
        BenchPlatform platform = options.platform(run, parts, Map.of(GATE, scored ? "on" : "off"));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        try {
            String token = platform.token(TENANT);
            Path seed = folder.resolve("fusion-seed.json");
            run.say("filling FusionCommerce with %,d variants", Goods.VARIANTS);
            new FusionFilling(platform.config().apiUrl(), token).fill(seed);
            String name = scored ? "FusionCommerce, fraud model" : "FusionCommerce";
            return new FusionShop(name, platform, parts, token, lines, seed, took);
        } catch (Exception e) {
            platform.close();
            throw e;
        }
    }

    /** Sets whether the broker fsyncs every message before acknowledging it, or leaves that to the operating system. */
    void flushing(boolean every) throws Exception {
        BrokerFlush.set(platform.config().kafka(), every);
        flushing = every;
    }

    BenchPlatform platform() {
        return platform;
    }

    @Override
    public String name() {
        return flushing ? name + ", fsync" : name;
    }

    @Override
    public URI base() {
        return platform.config().apiUrl();
    }

    @Override
    public String adapter() {
        return "fusion";
    }

    @Override
    public Map<String, String> adapterSettings() {
        return Map.of(
                "FUSION_URL", base().toString(),
                "FUSION_TOKEN", token,
                "FUSION_SEED", seed.toString(),
                "LINES", Integer.toString(lines));
    }

    @Override
    public Journey journey() {
        return new FusionJourney(token, lines);
    }

    @Override
    public Set<Long> servers() {
        return Set.copyOf(parts.stream().map(platform::pid).toList());
    }

    @Override
    public Set<Long> processes() {
        return servers();
    }

    @Override
    public long startedInMs() {
        return startedInMs;
    }

    @Override
    public String durability() {
        return "Kafka: acks=all on one broker, "
                + (flushing
                        ? "every message forced to the disk (log.flush.interval.messages=1)"
                        : "messages in the system's page cache, no fsync a message");
    }

    /** Parts whose resource usage is counted. */
    List<String> parts() {
        return List.copyOf(parts);
    }

    @Override
    public void close() throws IOException {
        platform.close();
    }
}
