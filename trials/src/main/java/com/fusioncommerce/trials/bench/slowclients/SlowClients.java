package com.fusioncommerce.trials.bench.slowclients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Senders that announce a body of half a megabyte, send 20 kB of it and then a byte a second; and readers that ask for a
 * large file twenty times and never read it. One thread for all of them.
 */
final class SlowClients implements AutoCloseable {
    private static final long ROUND_MS = 1_000;
    private static final int SLICES = 200;
    private static final int SENT_AT_ONCE = 20_000;
    private static final int PIPELINED = 20;

    private final List<SlowClient> clients = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "slow-clients");
    private volatile boolean stopped;

    private SlowClients(URI api, int senders, int readers) {
        InetSocketAddress server = new InetSocketAddress(api.getHost(), api.getPort());
        byte[] body = ("POST /dashboards/session HTTP/1.1\r\nHost: slow\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 500000\r\n\r\n{\"token\":\"" + "x".repeat(SENT_AT_ONCE))
                .getBytes(UTF_8);
        String file = "GET /dashboards/assets/echarts.min.js HTTP/1.1\r\nHost: slow\r\n\r\n";
        for (int i = 0; i < senders; i++) {
            clients.add(new SlowClient(server, body, new byte[] {'x'}, true));
        }
        for (int i = 0; i < readers; i++) {
            clients.add(new SlowClient(server, file.repeat(PIPELINED).getBytes(UTF_8), file.getBytes(UTF_8), false));
        }
    }

    /** Starts the clients. */
    static SlowClients start(URI api, int senders, int readers) {
        SlowClients all = new SlowClients(api, senders, readers);
        all.thread.setDaemon(true);
        all.thread.start();
        return all;
    }

    private void run() {
        int slice = 0;
        try {
            while (!stopped) {
                for (int i = slice; i < clients.size(); i += SLICES) {
                    SlowClient client = clients.get(i);
                    synchronized (client) {
                        client.goOn();
                    }
                }
                slice = (slice + 1) % SLICES;
                TimeUnit.MILLISECONDS.sleep(ROUND_MS / SLICES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Number of clients connected now. */
    long holding() {
        return sum(client -> client.isConnected() ? 1 : 0);
    }

    /** Number of closed connections so far. */
    long lost() {
        return sum(SlowClient::lost);
    }

    private long sum(ToLongFunction<SlowClient> count) {
        long sum = 0;
        for (SlowClient client : clients) {
            synchronized (client) {
                sum += count.applyAsLong(client);
            }
        }
        return sum;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(SlowClient::close);
    }
}
