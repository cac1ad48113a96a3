package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.status.Lag;
import com.fusioncommerce.platform.status.StatusReader;
import com.fusioncommerce.platform.supervisor.Part;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Health and progress of a platform. */
final class PlatformHealth {
    /** Unchanged checks in a row before the platform is drained: one reader's output may be another's input. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Platform platform;
    private final List<PlatformServer> servers;

    PlatformHealth(Platform platform) {
        this.platform = platform;
        this.servers = platform.parts().stream()
                .filter(PlatformServer.class::isInstance)
                .map(PlatformServer.class::cast)
                .toList();
    }

    List<String> parts() {
        return servers.stream().map(Part::name).toList();
    }

    /** Waits until every part is serving and caught up; returns whether that happened in time. */
    boolean await(Duration patience) {
        return Await.until(patience, () -> servers.stream().allMatch(this::isWell));
    }

    private boolean isWell(PlatformServer server) {
        return platform.pid(server.name()).isPresent()
                && server.settled().check().up();
    }

    /** Names of the parts that are down or behind. */
    List<String> unwell() {
        return servers.stream()
                .filter(server -> !isWell(server))
                .map(Part::name)
                .toList();
    }

    /**
     * Waits until no consumer has lag; returns whether that happened in time. Druid's lag is not known: it has caught
     * up when its sums are right.
     */
    boolean awaitDrained(Duration patience) {
        StatusReader reader = new StatusReader(platform.config(), Set.copyOf(parts()));
        long deadline = System.nanoTime() + patience.toNanos();
        List<Lag> before = List.of();
        int quiet = 0;
        while (quiet < LOOKS && System.nanoTime() < deadline) {
            List<Lag> now = lags(reader);
            boolean same =
                    now.equals(before) && !now.isEmpty() && now.stream().allMatch(PlatformHealth::hasNothingToRead);
            quiet = same ? quiet + 1 : 0;
            before = now;
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return quiet == LOOKS;
    }

    /** Consumer lags; empty if Kafka does not answer. */
    private static List<Lag> lags(StatusReader reader) {
        try {
            return reader.read(true).consumers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean hasNothingToRead(Lag lag) {
        return lag.records() != null && lag.records() == 0;
    }
}
