package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.trials.checker.CheckSettings;
import com.fusioncommerce.trials.checker.Checker;
import com.fusioncommerce.trials.checker.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Load, faults and the final check, on a running platform. */
final class Chaos {
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final int EVERY_ORDER = Integer.MAX_VALUE;
    private static final int THREADS = 4;
    private static final long MIB = 1L << 20;

    private final ChaosSettings settings;
    private final Platform platform;
    private final MachineCapabilities means;
    private final BooleanSupplier stopped;
    private final Consumer<String> says;
    private final String tenant;

    /**
     * Uses this platform.
     *
     * @param tenant a new tenant, whose shop is opened
     * @param stopped whether a stop was requested
     * @param says prints progress
     */
    Chaos(
            ChaosSettings settings,
            Platform platform,
            MachineCapabilities means,
            String tenant,
            BooleanSupplier stopped,
            Consumer<String> says) {
        this.settings = settings;
        this.platform = platform;
        this.means = means;
        this.tenant = tenant;
        this.stopped = stopped;
        this.says = says;
    }

    /**
     * Runs to the end.
     *
     * @param journal file of acknowledged commands
     */
    ChaosReport run(Path journal) throws IOException {
        Instant started = Instant.now();
        List<Fault> wanted = Faults.of(platform.config().shape(), new PlatformHealth(platform).parts()).stream()
                .filter(settings.choice()::has)
                .toList();
        List<Fault> possible =
                wanted.stream().filter(fault -> means.missing(fault).isEmpty()).toList();
        Map<String, String> notBroken = new TreeMap<>();
        wanted.forEach(fault -> means.missing(fault).ifPresent(why -> notBroken.put(fault.toString(), why)));
        Broken broken = breakUnderLoad(new Schedule(settings.seed(), possible), started, journal);
        boolean drained = new PlatformHealth(platform).awaitDrained(settings.drain());
        says.accept(drained ? "everything has arrived; checking" : "NOT everything has arrived; checking");
        return new ChaosReport(
                settings.seed(),
                started.toString(),
                machine(),
                shape(),
                settings.lasting().toSeconds() / 60.0,
                settings.rate(),
                broken.run().calm(),
                broken.run().rounds(),
                notBroken,
                notReached(possible, broken.run().rounds().size()),
                broken.load().acknowledged(),
                broken.unanswered(),
                broken.load().notSent(),
                drained,
                check(journal));
    }

    private record Broken(ChaosRun run, Load load, int unanswered) {}

    private Broken breakUnderLoad(Schedule schedule, Instant started, Path journal) throws IOException {
        Samples samples = new Samples();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "load");
            thread.setDaemon(true);
            return thread;
        });
        try (JournalWriter acknowledged = new JournalWriter(journal);
                Load load = new Load(client(threads), shop(started), acknowledged, samples)) {
            ChaosRun run = new ChaosRun(settings, platform, means.inflictors(platform), samples, stopped, says);
            load.start(settings.rate());
            says.accept("the shop is open: " + settings.rate() + " requests a second");
            run.run(schedule);
            says.accept("the load ends");
            return new Broken(run, load, load.finish(settings.recovery()));
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> notReached(List<Fault> possible, int rounds) {
        Schedule again = new Schedule(settings.seed(), possible);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < again.roundsPlanned(); i++) {
            Schedule.Round round = again.next();
            if (i >= rounds) {
                missed.add(round.toString());
            }
        }
        return missed;
    }

    private ShopClient client(ExecutorService threads) throws IOException {
        return new ShopClient(platform.config().apiUrls(), token(), threads);
    }

    private RandomShop shop(Instant started) {
        return new RandomShop(settings.seed(), tenant, Long.toString(started.toEpochMilli(), Character.MAX_RADIX));
    }

    private Verdict check(Path journal) throws IOException {
        PlatformConfig config = platform.config();
        boolean druid = new PlatformHealth(platform).parts().contains("druid");
        return new Checker(new CheckSettings(
                        config.kafka(),
                        config.registryUrl(),
                        config.apiUrl(),
                        token(),
                        druid ? config.druidUrl() : null,
                        tenant,
                        journal,
                        true,
                        settings.drain(),
                        EVERY_ORDER))
                .check();
    }

    private String token() throws IOException {
        return new Tokens(platform.config().home())
                .issue(tenant, Actor.service("chaos"), FoundOperations.scopes(), TOKEN_LIFE);
    }

    private String shape() {
        return platform.config().shape().brokers() + " broker(s), "
                + platform.config().shape().nodes() + " API node(s), Flink as "
                + platform.config().shape().flink().name().toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getAvailableProcessors() + " processors, " + system.getTotalMemorySize() / MIB / 1024 + " GiB";
    }
}
