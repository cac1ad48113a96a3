package com.fusioncommerce.platform.chaos;

import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.status.Lag;
import com.fusioncommerce.platform.status.StatusReader;
import com.fusioncommerce.platform.status.StatusReport;
import com.fusioncommerce.platform.supervisor.Part;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a platform is well, and whether it has done all that it was given. */
final class Wellness {
    /** Nothing to do twice in a row: what one reader has done may be work for the next. */
    private static final int LOOKS = 3;

    private final Platform platform;
    private final List<PlatformServer> servers;

    Wellness(Platform platform) {
        this.platform = platform;
        this.servers = platform.parts().stream()
                .filter(PlatformServer.class::isInstance)
                .map(PlatformServer.class::cast)
                .toList();
    }

    List<String> parts() {
        return servers.stream().map(Part::name).toList();
    }

    /** Waits until every part runs and has caught up with its kind; says whether it came to that. */
    boolean await(Duration patience) {
        return Await.until(patience, () -> servers.stream().allMatch(this::isWell));
    }

    private boolean isWell(PlatformServer server) {
        return platform.pid(server.name()).isPresent()
                && server.settled().check().up();
    }

    /** Names of the parts that are not well now. */
    List<String> unwell() {
        return servers.stream()
                .filter(server -> !isWell(server))
                .map(Part::name)
                .toList();
    }

    /** Waits until no consumer and no ingestion has anything left to read; says whether it came to that. */
    boolean awaitDrained(Duration patience) {
        StatusReader reader =
                new StatusReader(platform.config(), parts().stream().collect(Collectors.toSet()));
        int[] quiet = {0};
        return Await.until(patience, () -> {
            quiet[0] = isDrained(reader) ? quiet[0] + 1 : 0;
            return quiet[0] >= LOOKS;
        });
    }

    private boolean isDrained(StatusReader reader) {
        try {
            StatusReport report = reader.read(true);
            boolean druid = parts().contains("druid");
            return report.allUp()
                    && report.problems().isEmpty()
                    && !report.consumers().isEmpty()
                    && (!druid || !report.ingestion().isEmpty())
                    && Stream.concat(report.consumers().stream(), report.ingestion().stream())
                            .allMatch(Wellness::hasNothingToRead);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean hasNothingToRead(Lag lag) {
        return lag.records() != null && lag.records() == 0;
    }
}
