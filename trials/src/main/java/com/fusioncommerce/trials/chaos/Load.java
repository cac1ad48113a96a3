package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.trials.chaos.Samples.Sample;
import com.fusioncommerce.trials.chaos.ShopClient.Answer;
import com.fusioncommerce.trials.checker.Acknowledgement.Kind;
import com.fusioncommerce.workloads.client.Pace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Open-loop load at a fixed rate. A command is retried, over the nodes in turn, until it is decided; then it is
 * acknowledged. A read is tried once per node.
 */
final class Load implements AutoCloseable {
    /** Time within which a request counts as answered. */
    static final Duration IN_TIME = Duration.ofSeconds(5);

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(7);
    private static final long FIRST_PAUSE_MS = 100;
    private static final int DOUBLINGS = 5;
    /** Accepted but not yet decided; frequent retries would only add load. */
    private static final int TAKEN = 202;

    private static final int MOST_UNDER_WAY = 500;

    private final ShopClient client;
    private final RandomShop shop;
    private final JournalWriter journal;
    private final Samples samples;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger notSent = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean givingUp;
    private Thread thread;
    private int nextNode;

    Load(ShopClient client, RandomShop shop, JournalWriter journal, Samples samples) {
        this.client = client;
        this.shop = shop;
        this.journal = journal;
        this.samples = samples;
    }

    /**
     * Opens the shop and starts the load.
     *
     * @param rate requests a second
     */
    void start(double rate) {
        for (List<ShopRequest> step : shop.opening()) {
            step.forEach(this::begin);
            if (!settle(Duration.ofMinutes(2))) {
                throw new IllegalStateException(
                        "the shop could not be opened: " + underWay + " commands without answer");
            }
        }
        thread = new Thread(() -> run(Pace.perSecond(rate)), "load");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Pace pace) {
        while (!stopping) {
            pace.await();
            ShopRequest request = shop.next();
            if (underWay.get() < MOST_UNDER_WAY) {
                begin(request);
            } else {
                notSent.incrementAndGet();
                long now = System.nanoTime();
                samples.add(new Sample(!request.isRead(), now, now, false, false));
            }
        }
    }

    private void begin(ShopRequest request) {
        underWay.incrementAndGet();
        nextNode = (nextNode + 1) % client.nodes();
        var unused = attempt(request, nextNode, 0, System.nanoTime())
                .whenComplete((done, failure) -> underWay.decrementAndGet());
    }

    private CompletableFuture<Void> attempt(ShopRequest request, int node, int tried, long sentAt) {
        Duration timeout = request.isRead() ? READ_TIMEOUT : WRITE_TIMEOUT;
        return client.ask(node, request, timeout).thenCompose(answer -> {
            boolean last = request.isRead() ? tried + 1 >= client.nodes() : givingUp;
            if (answer.isFinal() || last) {
                ended(request, answer, tried, sentAt);
                return CompletableFuture.completedFuture(null);
            }
            return CompletableFuture.supplyAsync(() -> null, after(tried, answer))
                    .thenCompose(waited -> attempt(request, (node + 1) % client.nodes(), tried + 1, sentAt));
        });
    }

    /** At once on the next node, then with growing backoff: a recovering node must not meet a storm of retries. */
    private Executor after(int tried, Answer answer) {
        boolean underWay = answer.status() == TAKEN;
        if (!underWay && tried + 1 < client.nodes()) {
            return Runnable::run;
        }
        long pause = FIRST_PAUSE_MS << (underWay ? DOUBLINGS : Math.min(tried, DOUBLINGS));
        return CompletableFuture.delayedExecutor(
                pause + ThreadLocalRandom.current().nextLong(pause), TimeUnit.MILLISECONDS);
    }

    private void ended(ShopRequest request, Answer answer, int tried, long sentAt) {
        long now = System.nanoTime();
        boolean inTime = answer.isFinal() && now - sentAt <= IN_TIME.toNanos();
        samples.add(new Sample(!request.isRead(), sentAt, now, answer.isFinal() && tried == 0, inTime));
        if (answer.isFinal() && !request.isRead()) {
            acknowledged.incrementAndGet();
            journal.add(request.acknowledged(answer.status(), answer.body(), System.currentTimeMillis()));
            if (request.kind() == Kind.ORDER && answer.body().has("orderId")) {
                shop.placed(answer.body().path("orderId").asText());
            }
        }
    }

    /** Number of decided commands. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Number of requests not sent, since too many were in progress. */
    int notSent() {
        return notSent.get();
    }

    /** Stops sending, and waits until every command is answered; returns how many were not. */
    int finish(Duration patience) {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        settle(patience);
        int unanswered = underWay.get();
        givingUp = true;
        settle(WRITE_TIMEOUT.plusSeconds(2));
        return unanswered;
    }

    private boolean settle(Duration patience) {
        return Await.until(patience, () -> underWay.get() == 0);
    }

    @Override
    public void close() {
        stopping = true;
        givingUp = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
