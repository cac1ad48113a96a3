package com.fusioncommerce.api.events;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that wait in all event streams, bounded: where there is no room, the stream that has fallen behind most is closed.
 * A frame that waits in several streams counts for each. Safe for threads.
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
     * Takes room for a frame; never to be called by who holds a stream's lock, since other streams may have to give way.
     *
     * @return false if there is none, because the stream that asks is the one farthest behind
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

    /** Takes room for a stream's last word. */
    void takeAnyway(int bytes) {
        used.addAndGet(bytes);
    }

    void free(int bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes that wait. */
    long used() {
        return used.get();
    }
}
