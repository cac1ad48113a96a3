package com.fusioncommerce.api.events;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bound of the bytes buffered by all event streams: when it is reached, the stream with the most buffered bytes is
 * closed. A frame counts for each stream that buffers it. Safe for threads.
 */
final class StreamMemory {
    private final long most;
    private final AtomicLong used = new AtomicLong();
    private final Set<SseConnection> streams = ConcurrentHashMap.newKeySet();

    StreamMemory(long most) {
        this.most = most;
    }

    void opened(SseConnection stream) {
        streams.add(stream);
    }

    void closed(SseConnection stream) {
        streams.remove(stream);
    }

    /**
     * Reserves bytes for a frame. Callers must hold no stream's lock, since other streams may be closed.
     *
     * @return false if the bound is reached and the asking stream has the most buffered bytes
     */
    boolean take(int bytes, SseConnection asking) {
        while (true) {
            long now = used.get();
            if (now + bytes <= most) {
                if (used.compareAndSet(now, now + bytes)) {
                    return true;
                }
            } else if (!giveWay(asking)) {
                return false;
            }
        }
    }

    private boolean giveWay(SseConnection asking) {
        SseConnection farthest = streams.stream()
                .filter(stream -> !stream.isClosed())
                .max(Comparator.comparingInt(SseConnection::waiting))
                .orElse(asking);
        if (farthest == asking || farthest.waiting() == 0) {
            return false;
        }
        farthest.fallBehind();
        return true;
    }

    /** Reserves bytes for a stream's last event, without bound. */
    void takeAnyway(int bytes) {
        used.addAndGet(bytes);
    }

    void free(int bytes) {
        used.addAndGet(-bytes);
    }

    /** Number of reserved bytes. */
    long used() {
        return used.get();
    }
}
