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
 * Bounds the number of requests with a thread; further requests are queued without one, in order, within a bound of
 * memory for their bodies. The server has additional threads, so that I/O and vital paths (health, metrics) do not
 * starve.
 */
final class RequestBulkhead extends Handler.Wrapper {
    private final int most;
    private final long mostBytes;
    private final Set<String> vital;
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /**
     * Creates a bulkhead.
     *
     * @param most maximum requests with a thread
     * @param mostBytes maximum bytes of queued requests' bodies
     * @param vital paths that bypass the bulkhead
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
        // A request that left since the check above did not see the queued one.
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

    /** Passes the slot on to the longest queued request. */
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
