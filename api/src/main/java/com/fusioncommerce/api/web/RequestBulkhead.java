package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets so many requests have a thread at once; others wait without one, in order, as long as there is memory for their
 * bodies. The server has more threads than that,
 * so that whatever requests do, it goes on to read and write, and what is vital (health, metrics) is answered.
 */
final class RequestBulkhead extends Handler.Wrapper {
    private final int most;
    private final long mostBytes;
    private final Set<String> vital;
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /**
     * A bulkhead.
     *
     * @param most requests that have a thread at once
     * @param mostBytes bytes of bodies that wait for a thread
     * @param vital paths that are answered always
     */
    RequestBulkhead(int most, long mostBytes, Set<String> vital) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.vital = Set.copyOf(vital);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (vital.contains(request.getHttpURI().getPath())) {
            return super.handle(request, response, callback);
        }
        if (!enter()) {
            waitFor(request, response, callback);
            return true;
        }
        try {
            return super.handle(request, response, callback);
        } finally {
            leave();
        }
    }

    private void waitFor(Request request, Response response, Callback callback) {
        int size = WholeBody.sizeOf(request);
        if (waitingBytes.addAndGet(size) > mostBytes) {
            waitingBytes.addAndGet(-size);
            Problem full = Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1);
            JettyErrors.write(full, request, response, callback);
            return;
        }
        waiting.add(() -> {
            waitingBytes.addAndGet(-size);
            handleLater(request, response, callback);
        });
        // Whoever left in between did not see that one waits.
        if (enter()) {
            leave();
        }
    }

    private boolean enter() {
        int now = running.get();
        while (now < most) {
            if (running.compareAndSet(now, now + 1)) {
                return true;
            }
            now = running.get();
        }
        return false;
    }

    /** Hands the place to the one that waits longest. */
    private void leave() {
        Runnable next = waiting.poll();
        if (next != null) {
            getServer().getThreadPool().execute(next);
            return;
        }
        running.decrementAndGet();
        if (!waiting.isEmpty() && enter()) {
            leave();
        }
    }

    private void handleLater(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        } finally {
            leave();
        }
    }
}
