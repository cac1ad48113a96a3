package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A body that is being received. The buffer takes at most twice the received bytes; an excessive body is refused at
 * once and then discarded for a moment, since a client that is still sending would not read the answer otherwise.
 */
final class IncomingBody extends Transfer implements Runnable {
    private static final int LEAST_BUFFER = 4 << 10;
    private static final int READ_AWAY = 32 << 20;
    private static final long READ_AWAY_NS = TimeUnit.SECONDS.toNanos(2);

    private final BodyReader reader;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private byte[] bytes = {};
    private volatile int size;
    private volatile State state = State.READING;
    private volatile long refusedAfterNs;
    private volatile boolean counted;
    private int readAway;

    private enum State {
        READING,
        REFUSED,
        OVER
    }

    IncomingBody(BodyReader reader, Request request, Response response, Callback callback) {
        super(request, request.getBeginNanoTime());
        this.reader = reader;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Reads the available bytes, and demands to be run again when more arrive. */
    @Override
    public void run() {
        while (state != State.OVER) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                waitForMore();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                broken(chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            try {
                take(chunk.getByteBuffer(), last);
            } finally {
                chunk.release();
            }
            if (last) {
                arrived();
                return;
            }
        }
    }

    private void waitForMore() {
        if (state == State.READING) {
            hold(bytes);
        }
        if (state != State.OVER) {
            request.demand(this);
        }
    }

    private void take(ByteBuffer content, boolean last) {
        int more = content.remaining();
        if (state == State.REFUSED) {
            readAway += more;
            if (readAway > READ_AWAY) {
                over(null);
            }
        } else if (more > reader.maxBody() - size) {
            refuseTooLarge();
        } else if (more > 0) {
            int before = size;
            makeRoom(before + more, last);
            content.get(bytes, before, more);
            size = before + more;
        }
    }

    private void makeRoom(int needed, boolean last) {
        if (needed > bytes.length) {
            int least = last ? needed : Math.max(LEAST_BUFFER, 2 * needed);
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.min(least, reader.maxBody())));
        }
    }

    private void arrived() {
        if (state == State.REFUSED) {
            over(null);
        } else if (enter(State.OVER)) {
            forget();
            reader.handOn(new WholeBody(request, ByteBuffer.wrap(bytes, 0, size)), response, callback);
        }
    }

    private void broken(Throwable failure) {
        if (state == State.REFUSED) {
            over(failure);
        } else if (enter(State.OVER)) {
            forget();
            Response.writeError(request, response, callback, 400);
        }
    }

    /** Refuses the body as too large, and discards further bytes for a moment. */
    void refuseTooLarge() {
        if (enter(State.REFUSED)) {
            bytes = new byte[0];
            refusedAfterNs = System.nanoTime() - startedAt();
            hold(bytes);
            answer(reader.tooLarge(), Callback.from(this, this::over));
        }
    }

    @Override
    long allowedNs() {
        return state == State.REFUSED
                ? refusedAfterNs + READ_AWAY_NS
                : reader.transfers().bounds().nanosFor(size);
    }

    @Override
    void cutOff(String why) {
        if (state == State.REFUSED) {
            over(new TimeoutException(why));
        } else if (enter(State.OVER)) {
            TimeoutException failure = new TimeoutException("the body was not sent: " + why);
            answer(
                    Problem.of(ProblemType.REQUEST_TIMEOUT, "The body came too slowly."),
                    Callback.from(() -> close(failure), this::close));
        }
    }

    private void answer(Problem problem, Callback written) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        JettyErrors.write(problem, request, response, written);
    }

    private void over(Throwable failure) {
        if (enter(State.OVER)) {
            forget();
            if (failure == null) {
                callback.succeeded();
            } else {
                close(failure);
            }
        }
    }

    private void hold(byte[] memory) {
        counted = true;
        reader.transfers().hold(this, memory.length);
    }

    private void forget() {
        if (counted) {
            reader.transfers().end(this);
        }
    }

    private void close(Throwable failure) {
        closeConnection(failure);
        callback.failed(failure);
    }

    /** Enters a state; each state is entered once, and only forward. */
    private synchronized boolean enter(State next) {
        if (state.compareTo(next) >= 0) {
            return false;
        }
        state = next;
        return true;
    }
}
