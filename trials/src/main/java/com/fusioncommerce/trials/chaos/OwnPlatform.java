package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.supervisor.Part;
import com.fusioncommerce.platform.supervisor.StartException;
import com.fusioncommerce.platform.supervisor.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A platform started for a chaos run, and always stopped afterwards. */
final class OwnPlatform {
    private static final String TENANT = "chaos";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PlatformConfig config;

    OwnPlatform(PlatformConfig config) {
        this.config = config;
    }

    /**
     * Starts the platform and runs chaos on it.
     *
     * @param journal file of acknowledged commands
     * @throws IOException if the start fails, or the journal cannot be written
     */
    ChaosReport run(ChaosSettings settings, Path journal) throws IOException, InterruptedException {
        List<String> parts = new Catalogue(config)
                .all().stream()
                        .filter(PlatformServer.class::isInstance)
                        .map(Part::name)
                        .toList();
        say("starting " + String.join(", ", parts) + " in " + config.home().directory());
        try (MachineCapabilities means = MachineCapabilities.prepare(config, settings.choice(), parts);
                Platform platform = Platform.prepare(config, Set.of(), false, new Says())) {
            AtomicBoolean stopping = new AtomicBoolean();
            // Added before the start, so that a run that is ended during it leaves no process either.
            Thread stop = stopping(platform, stopping);
            Runtime.getRuntime().addShutdownHook(stop);
            platform.start();
            ChaosReport report =
                    new Chaos(settings, platform, means, TENANT, stopping::get, OwnPlatform::say).run(journal);
            Runtime.getRuntime().removeShutdownHook(stop);
            return report;
        } catch (StartException e) {
            throw new IOException("the platform did not start: " + e.getMessage(), e);
        }
    }

    /** Shutdown hook for Ctrl-C: stops the platform, and so all threads waiting for it. */
    private static Thread stopping(Platform platform, AtomicBoolean stopping) {
        return new Thread(
                () -> {
                    stopping.set(true);
                    platform.close();
                },
                "stop");
    }

    /** Prints a message with the time. */
    static void say(String what) {
        System.err.println(CLOCK.format(LocalTime.now(ZoneId.systemDefault())) + "  " + what);
    }

    /** Reports parts that die and recover. */
    private static final class Says implements Watcher {
        @Override
        public void ready(String part, Duration took, String note) {
            say("  " + part + " is ready after " + took.toMillis() + " ms");
        }

        @Override
        public void died(String part, String how, List<String> logTail, Duration restartIn) {
            say("  " + part + " " + how + ", starting again in " + restartIn.toMillis() + " ms");
        }
    }
}
