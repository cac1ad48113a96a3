package com.fusioncommerce.trials.bench.failover;

import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open-loop load at a constant rate over all nodes and all partitions. No request is retried: a failure counts. */
public final class Traffic implements AutoCloseable {
    /** Failure reason of an order that was accepted, but not decided before its request ended. */
    public static final String NOT_IN_TIME = "202, not decided in time";

    /** Client timeout, longer than the server's own. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Pattern ORDER_ID = Pattern.compile("\"orderId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern PROBLEM = Pattern.compile("\"code\"\\s*:\\s*\"([a-z_]+)\"");
    private static final int READ_OK = 200;
    private static final int PLACED = 201;
    private static final int PENDING = 202;

    private final BenchShop shop;
    private final Balancer balancer;
    private final OneRequestClient wire = new OneRequestClient(TIMEOUT);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong number = new AtomicLong();

    /** Starts the load, in reads and orders a second; each order is read back after it is placed. */
    public Traffic(BenchShop shop, Balancer balancer, int readsPerSecond, int ordersPerSecond) {
        this.shop = shop;
        this.balancer = balancer;
        every(readsPerSecond, this::read);
        every(ordersPerSecond, this::order);
    }

    private void every(int perSecond, Runnable request) {
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var unused = clock.scheduleAtFixedRate(() -> clients.execute(request), period, period, TimeUnit.NANOSECONDS);
    }

    private void read() {
        long n = number.getAndIncrement();
        String sku = shop.skus().get((int) (n % shop.skus().size()));
        var unused = attempt(Kind.READ, READ_OK, node -> wire.get(node, "/v1/products/" + sku, authorization()));
    }

    private void order() {
        long n = number.getAndIncrement();
        String sku = shop.skus().get((int) (n % shop.skus().size()));
        String pool = shop.pools().get((int) (n % shop.pools().size()));
        String body = "{\"customerId\":\"c" + n + "\",\"country\":\"GB\",\"pool\":\"" + pool
                + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
        attempt(Kind.WRITE, PLACED, node -> wire.post(node, "/v1/orders", authorization(), body))
                .ifPresent(this::readOwn);
    }

    private void readOwn(OneRequestClient.Reply placed) {
        Matcher id = ORDER_ID.matcher(placed.body());
        if (!id.find()) {
            throw new IllegalStateException("an order without an id: " + placed.body());
        }
        acknowledged.add(id.group(1));
        String token = placed.header("Consistency-Token").orElseThrow();
        var unused = attempt(
                Kind.READ_OWN,
                READ_OK,
                node -> wire.get(
                        node, "/v1/orders/" + id.group(1), authorization() + "Consistency-Token: " + token + "\r\n"));
    }

    private Optional<OneRequestClient.Reply> attempt(Kind kind, int wanted, Request request) {
        long started = System.nanoTime();
        OneRequestClient.Reply reply = null;
        String failure;
        Optional<URI> node = balancer.next();
        try {
            if (node.isEmpty()) {
                failure = "no node is ready";
            } else {
                reply = request.to(node.get());
                failure = reply.status() == wanted ? null : said(reply);
            }
        } catch (IOException e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        attempts.add(new Attempt(kind, started, System.nanoTime(), failure));
        return failure == null ? Optional.ofNullable(reply) : Optional.empty();
    }

    private static String said(OneRequestClient.Reply reply) {
        if (reply.status() == PENDING) {
            return NOT_IN_TIME;
        }
        Matcher code = PROBLEM.matcher(reply.body());
        return reply.status() + (code.find() ? " " + code.group(1) : "");
    }

    private String authorization() {
        return "Authorization: Bearer " + shop.token() + "\r\n";
    }

    /** All attempts so far. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Ids of the orders acknowledged so far. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** What clients observed of requests since a moment. */
    public Outage since(long nanos) {
        return Outage.of(attempts(), nanos, System.nanoTime());
    }

    /** Stops sending, and returns when all requests in progress have ended. */
    @Override
    public void close() {
        clock.shutdownNow();
        clients.shutdown();
        try {
            if (!clients.awaitTermination(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("requests do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Request {
        OneRequestClient.Reply to(URI node) throws IOException;
    }
}
