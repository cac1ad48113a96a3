package com.fusioncommerce.streams.kernel.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The time of a task: what it does with one message happens at one moment, and no moment lies before the last one. */
final class TaskClock {
    private final ProcessorContext<?, ?> context;
    private long now;

    TaskClock(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Goes to the moment of the next message. */
    void tick() {
        now = Math.max(now, context.currentSystemTimeMs());
    }

    /** Milliseconds since 1970. */
    long now() {
        return now;
    }
}
