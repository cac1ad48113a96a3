package com.fusioncommerce.platform.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A server that runs a shell script and is ready when its probe succeeds. */
record ShellServer(String name, Set<String> needs, String script, Probe probe, Duration patience, Duration grace)
        implements Server {
    /** A script that runs until SIGTERM. */
    static final String STAYS = "exec sleep 600";

    /** A server that runs a script and counts as ready at once. */
    static ShellServer of(String name, String script, String... needs) {
        return new ShellServer(name, Set.of(needs), script, Health::ok, Duration.ofSeconds(20), Duration.ofSeconds(10));
    }

    ShellServer readyWhen(Probe when) {
        return new ShellServer(name, needs, script, when, patience, grace);
    }

    ShellServer within(Duration time) {
        return new ShellServer(name, needs, script, probe, time, grace);
    }

    ShellServer killedAfter(Duration time) {
        return new ShellServer(name, needs, script, probe, patience, time);
    }

    @Override
    public Launch launch(Progress progress) {
        return new Launch(List.of("sh", "-c", script), Map.of("GREETING", "hello"), Path.of("."));
    }
}
