package com.fusioncommerce.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * One open stream of server-sent events. Frames are buffered in a bounded queue and written when the connection is
 * writable, so that a slow connection blocks no thread. A stream whose queue overflows is notified and closed: the
 * client can resume with the id of the last event. Safe for threads.
 */
final class SseConnection implements WriteListener {
    private static final byte[] HEARTBEAT = frame(": still here\n\n");

    private final int capacity;
    private final int capacityBytes;
    private final StreamMemory memory;
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private ServletOutputStream out;
    private boolean writable;
    private boolean unflushed;
    private boolean closing;
    private Runnable onRoom;
    private volatile int waiting;

    /** Creates a stream that may buffer this many frames, and this many bytes unless that is one frame. */
    SseConnection(int capacity, int capacityBytes, StreamMemory memory) {
        this.capacity = capacity;
        this.capacityBytes = capacityBytes;
        this.memory = memory;
        memory.opened(this);
    }

    /** Completes when the stream ends, for any reason. */
    CompletableFuture<Void> ended() {
        return done;
    }

    /** Starts to write; the future completes when the stream ends. */
    CompletableFuture<Void> open(ServletOutputStream stream) {
        CompletableFuture<Void> dropped = done.whenComplete((nothing, failure) -> {
            drop();
            memory.closed(this);
        });
        synchronized (this) {
            out = stream;
        }
        stream.setWriteListener(this);
        return dropped;
    }

    /** Encodes an event as a frame. */
    static byte[] frame(String id, String type, String json) {
        return frame("id: " + id + "\nevent: " + type + "\ndata: " + json + "\n\n");
    }

    /** Sends an event; false if the stream is closed, also by an overflow now. */
    boolean send(String id, String type, String json) {
        boolean taken = offer(frame(id, type, json));
        push();
        return taken;
    }

    /** Sends a comment as a keep-alive. */
    void heartbeat() {
        offer(HEARTBEAT);
        push();
    }

    /** Sends a last event with the reason after the buffered frames, and closes. */
    synchronized void end(String type, String json) {
        if (!isClosed()) {
            closing = true;
            byte[] last = frame("event: " + type + "\ndata: " + json + "\n\n");
            memory.takeAnyway(last.length);
            add(last);
            write();
        }
    }

    /** Drops the buffered frames, sends a last event with the reason, and closes. */
    synchronized void endNow(String type, String json) {
        if (!closing) {
            drop();
            end(type, json);
        }
    }

    /** Closes without a last event, because the client does not read. */
    void abort() {
        done.complete(null);
    }

    /** Whether the queue takes a frame without closing the stream. */
    synchronized boolean hasRoom() {
        return frames.isEmpty() || (frames.size() < capacity / 2 && waiting < capacityBytes / 2);
    }

    /** Runs a task once the queue has room, on the thread that made room; never if the stream ends before. */
    void whenRoom(Runnable task) {
        synchronized (this) {
            if (!hasRoom() && !isClosed()) {
                onRoom = task;
                return;
            }
        }
        task.run();
    }

    /** Number of buffered bytes. */
    int waiting() {
        return waiting;
    }

    /** Replaces the buffered frames by a notification that the stream fell behind, and closes. */
    void fallBehind() {
        endNow("fusion.slow", "{\"detail\":\"The stream fell behind. Resume with Last-Event-ID.\"}");
    }

    synchronized boolean isClosed() {
        return closing || done.isDone();
    }

    /**
     * Buffers a frame; {@link #push} sends it.
     *
     * @return false if the stream is closed, also by an overflow now
     */
    boolean offer(byte[] frame) {
        if (!isClosed() && memory.take(frame.length, this)) {
            if (addIfNear(frame)) {
                return true;
            }
            memory.free(frame.length);
        }
        fallBehind();
        return false;
    }

    private synchronized boolean addIfNear(byte[] frame) {
        if (isTooFar(frame.length)) {
            // The queue may be full only because nothing was written yet, not because the client is slow.
            write();
        }
        if (isClosed() || isTooFar(frame.length)) {
            return false;
        }
        add(frame);
        return true;
    }

    private boolean isTooFar(int more) {
        return frames.size() >= capacity || (!frames.isEmpty() && waiting + more > capacityBytes);
    }

    private synchronized void add(byte[] frame) {
        frames.add(frame);
        waiting = waiting() + frame.length;
    }

    private synchronized void drop() {
        frames.clear();
        memory.free(waiting);
        waiting = 0;
        onRoom = null;
    }

    /** Takes the next frame from the queue. */
    private byte[] poll() {
        byte[] frame = frames.poll();
        if (frame != null) {
            waiting = waiting() - frame.length;
            memory.free(frame.length);
        }
        return frame;
    }

    /** Writes buffered frames while the connection is writable, several in one write. */
    synchronized void push() {
        if (!frames.isEmpty()) {
            write();
        }
    }

    private static byte[] frame(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        write();
    }

    /** Writes while the connection is writable; it calls back when it is again. */
    private void write() {
        if (!writable || done.isDone()) {
            return;
        }
        writeWhileReady();
        Runnable task = onRoom;
        if (task != null && hasRoom()) {
            onRoom = null;
            task.run();
        }
    }

    private void writeWhileReady() {
        try {
            while (out.isReady()) {
                byte[] frame = poll();
                if (frame != null) {
                    out.write(frame);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    if (closing) {
                        done.complete(null);
                    }
                    return;
                }
            }
            writable = false;
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.complete(null);
    }
}
