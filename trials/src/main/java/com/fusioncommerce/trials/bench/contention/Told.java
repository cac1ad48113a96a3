package com.fusioncommerce.trials.bench.contention;

import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.LoadResult;
import java.util.ArrayDeque;
import java.util.Deque;

/** Answers to the buyers. For one thread. */
final class Told implements Answer.Observer {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final String SHORT = "\"code\":\"insufficient_stock\"";

    private Deque<byte[]> untold = new ArrayDeque<>();
    private long reserved;
    private long insufficient;

    @Override
    public void answered(Answer answer) {
        int status = answer.status();
        if (status == CREATED) {
            reserved++;
        } else if (status == CONFLICT && answer.body().contains(SHORT)) {
            insufficient++;
        } else if (status == ACCEPTED || LoadResult.isRefusal(status)) {
            untold.add(answer.request());
        }
    }

    /** Number of orders answered as reserved. */
    long reserved() {
        return reserved;
    }

    /** Number of orders refused for insufficient stock. */
    long insufficient() {
        return insufficient;
    }

    /** Orders whose buyers were told to retry. */
    Deque<byte[]> untold() {
        return untold;
    }

    /** Removes and returns {@link #untold()}. */
    Deque<byte[]> takeUntold() {
        Deque<byte[]> taken = untold;
        untold = new ArrayDeque<>();
        return taken;
    }
}
