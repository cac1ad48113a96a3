package com.fusioncommerce.streams.kernel.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Clock of a task: one time for all effects of a message, and never earlier than the last one. */
final class TaskClock {
    private final ProcessorContext<?, ?> context;
    private long now;

    TaskClock(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Advances to the time of the next message. */
    void tick() {
        now = Math.max(now, context.currentSystemTimeMs());
    }

    /** The task's time, milliseconds since the epoch. */
    long now() {
        return now;
    }
}
