package com.fusioncommerce.trials.bench.failover;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal load balancer: sends requests round-robin to the nodes that report ready. */
public final class Balancer implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int OK = 200;

    private final OneRequestClient wire = new OneRequestClient(Duration.ofSeconds(3));
    private final List<URI> nodes;
    private final Set<URI> ready = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks;
    private final AtomicInteger turn = new AtomicInteger();

    /** Balances over these nodes. */
    public Balancer(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
        this.looks = Executors.newScheduledThreadPool(nodes.size());
        for (URI node : nodes) {
            var unused =
                    looks.scheduleWithFixedDelay(() -> look(node), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look(URI node) {
        try {
            if (wire.get(node, "/health/ready", "").status() == OK) {
                ready.add(node);
            } else {
                ready.remove(node);
            }
        } catch (IOException e) {
            ready.remove(node);
        }
    }

    /** The next node in turn; empty if none is ready. */
    Optional<URI> next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            URI node = nodes.get(Math.floorMod(first + i, nodes.size()));
            if (ready.contains(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Number of ready nodes. */
    public int ready() {
        return ready.size();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
