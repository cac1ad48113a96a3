package com.fusioncommerce.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * One open stream of server-sent events. Frames wait in a bounded queue and are written when the connection takes them,
 * so that a connection, however slow, holds no thread. One that falls behind by the whole queue is told so and closed: it
 * can come back with the id of the last event it got. Safe for threads.
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

    /** A stream that may fall behind by this many frames, and by this many bytes unless that is one frame. */
    SseConnection(int capacity, int capacityBytes, StreamMemory memory) {
        this.capacity = capacity;
        this.capacityBytes = capacityBytes;
        this.memory = memory;
        memory.opened(this);
    }

    /** Ends with the stream, whatever ends it. */
    CompletableFuture<Void> ended() {
        return done;
    }

    /** Begins to write; the future ends with the stream. */
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

    /** An event as it is sent. */
    static byte[] frame(String id, String type, String json) {
        return frame("id: " + id + "\nevent: " + type + "\ndata: " + json + "\n\n");
    }

    /** Sends an event; false if the stream is closed, or was closed now because it has fallen behind. */
    boolean send(String id, String type, String json) {
        boolean taken = offer(frame(id, type, json));
        push();
        return taken;
    }

    /** Sends a comment, which keeps the connection from being idle. */
    void heartbeat() {
        offer(HEARTBEAT);
        push();
    }

    /** Sends a last event that says why, and closes. */
    synchronized void end(String type, String json) {
        if (!isClosed()) {
            closing = true;
            byte[] last = frame("event: " + type + "\ndata: " + json + "\n\n");
            memory.takeAnyway(last.length);
            add(last);
            write();
        }
    }

    /** Sends a last event that says why, before anything that still waits, which is dropped, and closes. */
    synchronized void endNow(String type, String json) {
        if (!closing) {
            drop();
            end(type, json);
        }
    }

    /** Closes without a word: the client does not even read why. */
    void abort() {
        done.complete(null);
    }

    /** Whether a frame would be taken without closing the stream. */
    synchronized boolean hasRoom() {
        return frames.isEmpty() || (frames.size() < capacity / 2 && waiting < capacityBytes / 2);
    }

    /** Runs something once there is room, on the thread that made it; nothing if the stream ends before. */
    void whenRoom(Runnable task) {
        synchronized (this) {
            if (!hasRoom() && !isClosed()) {
                onRoom = task;
                return;
            }
        }
        task.run();
    }

    /** Bytes that wait for the client. */
    int waiting() {
        return waiting;
    }

    /** Tells the client that it has fallen behind, in place of what waits, and closes. */
    void fallBehind() {
        endNow("fusion.slow", "{\"detail\":\"The stream fell behind. Resume with Last-Event-ID.\"}");
    }

    synchronized boolean isClosed() {
        return closing || done.isDone();
    }

    /**
     * Adds a frame to those that wait; {@link #push} sends them.
     *
     * @return false if the stream is closed, or was closed now because it has fallen behind
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
            // A client that reads has taken nothing yet only because nothing was sent yet.
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

    /** The next frame, which waits no longer. */
    private byte[] poll() {
        byte[] frame = frames.poll();
        if (frame != null) {
            waiting = waiting() - frame.length;
            memory.free(frame.length);
        }
        return frame;
    }

    /** Sends what waits, as far as the connection takes it: several frames in one go. */
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

    /** Writes while the connection takes it; it calls back when it takes more. */
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
