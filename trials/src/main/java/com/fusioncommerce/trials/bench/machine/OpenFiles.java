package com.fusioncommerce.trials.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Limit of open files, connections included, per process. */
public final class OpenFiles {
    private static final String NAME = "Max open files";

    private OpenFiles() {}

    /**
     * Requires that this process and its children may open {@code files} files.
     *
     * @throws IllegalStateException if not; the message gives the remedy
     */
    public static void require(int files) throws IOException {
        long most = most();
        if (most < files) {
            throw new IllegalStateException("a process may open " + most + " files here, and this needs " + files
                    + ": run `ulimit -n " + files + "` first; where that is refused, raise the hard limit (nofile in"
                    + " /etc/security/limits.conf, LimitNOFILE of a systemd unit), or take fewer clients");
        }
    }

    /** The hard limit: Java raises its soft limit to the hard one at its start. */
    private static long most() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/limits"))) {
            String limit = lines.filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(NAME.length()).trim().split("\\s+", -1)[0])
                    .findFirst()
                    .orElse("unlimited");
            return limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit);
        }
    }
}
