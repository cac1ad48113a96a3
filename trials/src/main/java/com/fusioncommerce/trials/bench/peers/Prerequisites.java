package com.fusioncommerce.trials.bench.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Required programs that this repository does not contain, checked before anything is started. */
final class Prerequisites {
    private Prerequisites() {}

    /**
     * Fails if a program is missing.
     *
     * @param shops names of the shops to compare
     * @throws IOException that names all missing programs, and how to install them
     */
    static void require(Set<String> shops) throws IOException {
        List<String> missing = missing(shops, System.getenv("PATH"), Postgres.isInstalled());
        if (!missing.isEmpty()) {
            throw new IOException("missing: " + String.join(", ", missing) + ". Install with: apt-get install "
                    + String.join(" ", packages(missing)));
        }
    }

    static List<String> missing(Set<String> shops, String path, boolean postgres) {
        boolean others = shops.stream().anyMatch(shop -> !shop.equals(PeersBench.FUSION));
        List<String> missing = new ArrayList<>();
        for (String program : others ? List.of("node", "wrk", "npm") : List.of("node", "wrk")) {
            if (!isOn(path, program)) {
                missing.add(program);
            }
        }
        if (others && !postgres) {
            missing.add("PostgreSQL 15");
        }
        return missing;
    }

    private static Set<String> packages(List<String> missing) {
        Set<String> packages = new LinkedHashSet<>();
        for (String program : missing) {
            packages.add(
                    switch (program) {
                        case "node" -> "nodejs";
                        case "PostgreSQL 15" -> "postgresql";
                        default -> program;
                    });
        }
        return packages;
    }

    private static boolean isOn(String path, String program) {
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .filter(directory -> !directory.isEmpty())
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
