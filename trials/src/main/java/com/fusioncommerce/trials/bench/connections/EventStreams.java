package com.fusioncommerce.trials.bench.connections;

import com.fusioncommerce.trials.bench.load.Latency;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Many streams of server-sent events, read by one thread. */
final class EventStreams implements AutoCloseable {
    private static final int BUFFER = 256 << 10;
    private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);
    private static final long LOOK_MS = 100;

    private final InetSocketAddress server;
    private final byte[] request;
    private final Commits commits;
    private final String type;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Reader> readers = new ArrayList<>();
    private final Map<String, Long> endings = new TreeMap<>();
    private final Histogram micros = new Histogram(LONGEST_US, 3);
    private final Thread thread = new Thread(this::run, "streams");
    private volatile boolean closing;

    /**
     * Streams, not yet open.
     *
     * @param request the request's bytes
     * @param type of the events to count
     */
    EventStreams(URI server, byte[] request, Commits commits, String type) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.request = request;
        this.commits = commits;
        this.type = type;
        this.selector = Selector.open();
        thread.setDaemon(true);
    }

    /** One stream. */
    private final class Reader {
        private final Tally tally = new Tally();
        private final EventStream stream = new EventStream(this::event);

        private void event(String name, String id) {
            if (name.equals(type)) {
                tally.add(id);
                micros.recordValue(Math.min(
                        LONGEST_US, TimeUnit.NANOSECONDS.toMicros(commits.sinceCommitted(id, System.nanoTime()))));
            } else {
                endings.merge("told " + name, 1L, Long::sum);
            }
        }
    }

    /** Opens {@code count} streams and starts reading. */
    void open(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(server);
            ByteBuffer bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.configureBlocking(false);
            Reader reader = new Reader();
            readers.add(reader);
            channel.register(selector, SelectionKey.OP_READ, reader);
        }
        thread.start();
    }

    private void run() {
        try {
            while (!closing) {
                selector.select(this::read, LOOK_MS);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private synchronized void read(SelectionKey key) {
        Reader reader = (Reader) key.attachment();
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new EOFException("closed by the server");
            }
            reader.stream.feed(buffer.flip());
        } catch (IOException | IllegalStateException e) {
            endings.merge(String.valueOf(e.getMessage()), 1L, Long::sum);
            key.cancel();
            close((SocketChannel) key.channel());
        }
    }

    /** Number of open streams: answered and not ended. */
    synchronized long openCount() {
        return readers.stream().filter(reader -> reader.stream.isOpen()).count();
    }

    /** Reasons for ended streams and unexpected responses, with counts. */
    synchronized Map<String, Long> endings() {
        return Map.copyOf(endings);
    }

    /** Number of streams that received every committed event exactly once. */
    synchronized long completeCount() {
        return readers.stream()
                .filter(reader -> commits.allSeenBy(reader.tally))
                .count();
    }

    /** Events received, over all streams. */
    synchronized long arrivedCount() {
        return readers.stream().mapToLong(reader -> reader.tally.count()).sum();
    }

    /** Latency from an event's commit to its arrival. */
    synchronized Latency latency() {
        return Latency.ofMicros(micros);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.keys().forEach(key -> close((SocketChannel) key.channel()));
        selector.close();
    }
}
