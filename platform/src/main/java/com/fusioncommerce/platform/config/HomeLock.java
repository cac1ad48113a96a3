package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * File lock held by the one supervisor of a home. The operating system releases the lock when the process ends, however
 * it ends. The file holds the supervisor's process id.
 */
public final class HomeLock implements AutoCloseable {
    private static final String FILE = "supervisor.lock";

    /** Files locked by this process: opening and closing one of them a second time would release its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private HomeLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Acquires the lock.
     *
     * @throws AlreadyRunningException if another process holds it
     */
    public static HomeLock take(Home home) throws IOException {
        Path path = file(home);
        Files.createDirectories(home.run());
        if (!HELD.add(path)) {
            throw new AlreadyRunningException(home, Files.readString(path).strip());
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new AlreadyRunningException(home, Files.readString(path).strip());
            }
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(pid));
            channel.truncate(pid.length);
            return new HomeLock(path, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(path);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    /** The process that holds the lock of a home, if one does. */
    public static Optional<ProcessHandle> holder(Home home) throws IOException {
        Path path = file(home);
        if (HELD.contains(path)) {
            return Optional.of(ProcessHandle.current());
        }
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                return Optional.empty();
            }
            String pid = Files.readString(path).strip();
            // The file is empty for a moment while its holder releases the lock.
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        }
    }

    private static Path file(Home home) {
        return home.run().resolve(FILE);
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.truncate(0);
                channel.close();
            }
            HELD.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
