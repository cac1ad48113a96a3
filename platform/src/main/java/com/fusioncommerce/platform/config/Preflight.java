package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks of the machine before a start: ports, memory, disk. All problems are reported at once, as messages for people.
 */
public final class Preflight {
    private static final int JAVA = 17;
    private static final long MIB = 1L << 20;
    private static final long DISK_MIB = 2_048;
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final Ports ports;

    /** Checks for a platform that uses these ports. */
    public Preflight(Ports ports) {
        this.ports = ports;
    }

    /**
     * The problems found; may be empty.
     *
     * @param needed ports that must be free, each with the part that uses it
     * @param memoryMib memory that the parts take
     * @param home directory of the future data
     */
    public List<String> problems(Map<Port, String> needed, long memoryMib, Path home) {
        List<String> problems = new ArrayList<>();
        java(Runtime.version().feature()).ifPresent(problems::add);
        needed.forEach((port, part) -> occupied(port, part).ifPresent(problems::add));
        memory(memoryMib, availableMib()).ifPresent(problems::add);
        disk(home).ifPresent(problems::add);
        return problems;
    }

    static Optional<String> java(int feature) {
        return feature == JAVA
                ? Optional.empty()
                : Optional.of("Java " + JAVA + " is needed, but this is Java " + feature + ": set JAVA_HOME to a JDK "
                        + JAVA);
    }

    private Optional<String> occupied(Port port, String part) {
        int number = ports.of(port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(Loopback.address(number));
            return Optional.empty();
        } catch (IOException e) {
            String owner = PortOwner.of(number).map(Preflight::describe).orElse("another program");
            return Optional.of("port " + number + ", which " + part + " needs (" + port.label() + "), is in use by "
                    + owner + ": stop that, or choose another with --port " + port.label() + "=NNNN");
        }
    }

    private static String describe(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("?");
        return "process " + process.pid() + " (" + command + ")";
    }

    static Optional<String> memory(long neededMib, OptionalLong availableMib) {
        if (availableMib.isEmpty() || availableMib.getAsLong() >= neededMib) {
            return Optional.empty();
        }
        return Optional.of("too little memory: about " + neededMib + " MiB are needed and " + availableMib.getAsLong()
                + " MiB are free: close something, or start fewer parts with --only");
    }

    private static Optional<String> disk(Path home) {
        Path existing = home.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            long freeMib = Files.getFileStore(existing).getUsableSpace() / MIB;
            return freeMib >= DISK_MIB
                    ? Optional.empty()
                    : Optional.of("too little disk: " + DISK_MIB + " MiB are needed under " + home + " and " + freeMib
                            + " MiB are free: make room, or choose another place with --home");
        } catch (IOException e) {
            return Optional.of("the disk under " + home + " cannot be read: " + e.getMessage());
        }
    }

    /** Memory available to new processes; empty if the system does not report it. */
    private static OptionalLong availableMib() {
        try (var lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
