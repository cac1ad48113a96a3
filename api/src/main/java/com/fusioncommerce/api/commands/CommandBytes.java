package com.fusioncommerce.api.commands;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of commands under way: a few large ones hold as much memory as thousands of small ones. Safe for threads. */
final class CommandBytes {
    private final long most;
    private final AtomicLong underWay = new AtomicLong();

    CommandBytes(long most) {
        this.most = most;
    }

    /**
     * Takes room for a command; {@link #free} must follow. One command always has room.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException 503 if there is none
     */
    void take(int bytes) {
        long before = underWay.getAndAdd(bytes);
        if (before > 0 && before + bytes > most) {
            free(bytes);
            throw Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1)
                    .raised();
        }
    }

    void free(int bytes) {
        underWay.addAndGet(-bytes);
    }
}
