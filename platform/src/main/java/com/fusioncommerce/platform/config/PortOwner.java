package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port (only on Linux, only processes of this user). */
final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int ADDRESS_FIELD = 1;
    private static final int STATE_FIELD = 3;
    private static final int INODE_FIELD = 9;
    private static final int HEX = 16;

    private PortOwner() {}

    /** The process that listens on a TCP port. */
    static Optional<ProcessHandle> of(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table ->
                        lines(PROC.resolve("net").resolve(table)).stream().skip(1))
                .map(line -> line.trim().split("\\s+", -1))
                .filter(fields -> fields.length > INODE_FIELD && LISTENING.equals(fields[STATE_FIELD]))
                .filter(fields -> portOf(fields[ADDRESS_FIELD]) == port)
                .map(fields -> "socket:[" + fields[INODE_FIELD] + "]")
                .flatMap(socket -> holderOf(socket).stream())
                .findFirst();
    }

    private static int portOf(String hexAddress) {
        return Integer.parseInt(hexAddress.substring(hexAddress.indexOf(':') + 1), HEX);
    }

    private static Optional<ProcessHandle> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        Path descriptors = PROC.resolve(Long.toString(pid)).resolve("fd");
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException | UncheckedIOException e) {
            // Ended, or another user's: not the owner.
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String target) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return List.of();
        }
    }
}
