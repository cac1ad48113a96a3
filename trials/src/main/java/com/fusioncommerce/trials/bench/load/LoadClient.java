package com.fusioncommerce.trials.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Many HTTP clients in the calling thread: kept-alive connections, a selector, and requests rendered in advance. Due
 * requests are sent about once a millisecond: more precision would take processor time from the servers.
 */
public final class LoadClient implements AutoCloseable {
    private static final int BUFFER = 256 << 10;
    private static final long EXPIRE_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final InetSocketAddress server;
    private final long timeoutNs;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> busy = new LinkedHashSet<>();

    /**
     * A client of a server.
     *
     * @param timeout after which an answer counts as missing
     */
    public LoadClient(URI server, Duration timeout) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.timeoutNs = timeout.toNanos();
        this.selector = Selector.open();
    }

    /** Opens connections up to this number. */
    public LoadClient connect(int connections) throws IOException {
        while (idle.size() + busy.size() < connections) {
            idle.add(Connection.open(server, selector));
        }
        return this;
    }

    /** Closed loop: each client sends its next request after its last answer, for the time of the window. */
    public LoadResult closed(int clients, Duration window, RequestSource source, Answer.Observer observer)
            throws IOException {
        connect(clients);
        return run(Pacing.clients(clients), System.nanoTime(), window, source, observer);
    }

    /**
     * Open loop: a fixed rate for the time of the window, over the open connections, whether or not requests are
     * answered.
     */
    public LoadResult open(double perSecond, Duration window, RequestSource source, Answer.Observer observer)
            throws IOException {
        long start = System.nanoTime();
        return run(Pacing.rate(perSecond, start), start, window, source, observer);
    }

    private LoadResult run(Pacing pacing, long start, Duration window, RequestSource source, Answer.Observer observer)
            throws IOException {
        LoadResult result = new LoadResult();
        long end = start + window.toNanos();
        boolean more = true;
        long now = start;
        long expireAt = start;
        // Connections that the server has closed while idle are replaced, and do not count as failures.
        selector.selectNow(key -> ready(key, result, observer, end));
        while (more || !busy.isEmpty()) {
            // Requests due by the end of the window are sent then at the latest.
            more = more && begin(pacing, source, result, Math.min(now, end)) && now - end < 0;
            selector.select(key -> ready(key, result, observer, end), 1);
            now = System.nanoTime();
            if (now - expireAt >= 0) {
                expire(now, result);
                expireAt = now + EXPIRE_EVERY_NS;
            }
        }
        result.end(Duration.ofNanos(Math.min(now, end) - start), now - end < 0 ? 0 : pacing.overdue(end));
        return result;
    }

    /** Sends due requests; returns false if the source is exhausted. */
    private boolean begin(Pacing pacing, RequestSource source, LoadResult result, long now) throws IOException {
        while (!idle.isEmpty() && pacing.isDue(now, busy.size())) {
            byte[] request = source.next();
            if (request == null) {
                return false;
            }
            Connection connection = idle.poll();
            busy.add(connection);
            result.sent();
            try {
                connection.send(request, pacing.take(now), now);
            } catch (IOException e) {
                fail(connection, result, e);
            }
        }
        return true;
    }

    private void ready(SelectionKey key, LoadResult result, Answer.Observer observer, long end) {
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable()) {
                Answer answer = connection.read(buffer);
                if (answer != null && busy.remove(connection)) {
                    long now = System.nanoTime();
                    result.answered(answer, now - connection.intendedAt(), now - connection.sentAt(), now - end < 0);
                    observer.answered(answer);
                    connection.next();
                    idle.add(connection);
                }
            }
        } catch (IOException e) {
            fail(connection, result, e);
        }
    }

    private void expire(long now, LoadResult result) {
        // Connections in the order of sending.
        for (Connection connection : List.copyOf(busy)) {
            if (now - connection.sentAt() < timeoutNs) {
                return;
            }
            fail(
                    connection,
                    result,
                    new IOException(
                            "no answer within " + Duration.ofNanos(timeoutNs).toSeconds() + " s"));
        }
    }

    /** Counts a failure and replaces its connection. */
    private void fail(Connection connection, LoadResult result, IOException why) {
        if (busy.remove(connection)) {
            result.failed(why.getMessage());
        } else {
            idle.remove(connection);
        }
        connection.close();
        try {
            idle.add(Connection.open(server, selector));
        } catch (IOException e) {
            result.failed("cannot connect: " + e.getMessage());
        }
    }

    /** Closes all connections. */
    @Override
    public void close() throws IOException {
        busy.forEach(Connection::close);
        idle.forEach(Connection::close);
        selector.close();
    }
}
