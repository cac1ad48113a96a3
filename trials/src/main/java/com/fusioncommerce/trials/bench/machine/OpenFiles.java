package com.fusioncommerce.trials.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files, and with them connections, a process may have open. */
public final class OpenFiles {
    private static final String NAME = "Max open files";

    private OpenFiles() {}

    /**
     * Makes sure that this process, and those that it starts, may open so many.
     *
     * @throws IllegalStateException if not; the message says what to do
     */
    public static void require(int files) throws IOException {
        long most = most();
        if (most < files) {
            throw new IllegalStateException("a process may open " + most + " files here, and this needs " + files
                    + ": run `ulimit -n " + files + "` first; where that is refused, raise the hard limit (nofile in"
                    + " /etc/security/limits.conf, LimitNOFILE of a systemd unit), or take fewer clients");
        }
    }

    /** Java raises its limit to the hard one when it starts, so that this is the hard one. */
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
