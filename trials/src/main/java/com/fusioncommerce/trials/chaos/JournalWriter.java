package com.fusioncommerce.trials.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.trials.checker.Acknowledgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Asynchronous writer of acknowledgements with group commit: lines queued together share one fsync. Safe for threads.
 */
final class JournalWriter implements AutoCloseable {
    private static final String END = "";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final FileChannel file;
    private final Thread thread = new Thread(this::write, "journal");
    private volatile IOException failure;

    /** Creates an empty journal. */
    JournalWriter(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        thread.setDaemon(true);
        thread.start();
    }

    void add(Acknowledgement told) {
        lines.add(told.line());
    }

    private void write() {
        List<String> batch = new ArrayList<>();
        try (file) {
            while (true) {
                batch.clear();
                batch.add(lines.take());
                lines.drainTo(batch);
                boolean last = batch.remove(END);
                if (!batch.isEmpty()) {
                    ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", batch) + "\n").getBytes(UTF_8));
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(false);
                }
                if (last) {
                    return;
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Writes the remaining lines.
     *
     * @throws UncheckedIOException if any line could not be written
     */
    @Override
    public void close() {
        lines.add(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new UncheckedIOException("the journal could not be written", failure);
        }
    }
}
