package com.fusioncommerce.trials.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** In-memory file systems of a few hundred MiB, mounted on data directories of parts, that can be filled up. */
final class SmallDisks implements AutoCloseable {
    private static final String BALLAST = "ballast";
    private static final byte[] BLOCK = new byte[1 << 16];
    private static final int PAGE = 1 << 12;

    private final Map<String, Path> disks = new HashMap<>();
    private final Deque<Path> mounted = new ArrayDeque<>();

    /**
     * Mounts a disk.
     *
     * @param part owner of the directory
     * @throws IOException if mounting fails, e.g. for lack of permission
     */
    void mount(String part, Path directory, int mib) throws IOException {
        Files.createDirectories(directory);
        Command.run("mount", "-t", "tmpfs", "-o", "size=" + mib + "m", "tmpfs", directory.toString());
        mounted.push(directory);
        disks.put(part, directory);
    }

    boolean has(String part) {
        return disks.containsKey(part);
    }

    /** Fills a part's disk completely; the remedy frees it. */
    Inflictor.Remedy fill(String part) throws IOException {
        Path ballast = disks.get(part).resolve(BALLAST);
        for (int piece : new int[] {BLOCK.length, PAGE}) {
            try (OutputStream out =
                    Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                fill(out, piece);
            }
        }
        return () -> Files.deleteIfExists(ballast);
    }

    private static void fill(OutputStream out, int piece) throws IOException {
        while (true) {
            try {
                out.write(BLOCK, 0, piece);
            } catch (IOException full) {
                if (String.valueOf(full.getMessage()).contains("No space left")) {
                    return;
                }
                throw full;
            }
        }
    }

    /** Unmounts all disks, including busy ones. */
    @Override
    public void close() throws IOException {
        while (!mounted.isEmpty()) {
            Command.run("umount", "--lazy", mounted.pop().toString());
        }
    }
}
