package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes a task's deadlines when they are due. A deadline that fails becomes a dead letter and stops no other. */
final class DeadlineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

    /** Maximum deadlines of a punctuation, which keeps transactions small: 10,000 a second at 50 ms. */
    static final int AT_ONCE = 500;

    private final ProcessorContext<?, ?> context;
    private final KernelConfig config;
    private final AvroCodec codec;
    private final Cascades cascades;
    private final Writes writes;
    private final Deadlines deadlines;
    private Cancellable watch;

    DeadlineWatch(
            ProcessorContext<?, ?> context, KernelConfig config, AvroCodec codec, Cascades cascades, Writes writes) {
        this.context = context;
        this.config = config;
        this.codec = codec;
        this.cascades = cascades;
        this.writes = writes;
        this.deadlines = cascades.stores().deadlines();
    }

    /** Punctuations make Kafka Streams commit, so one is scheduled only while there are deadlines. */
    void begin() {
        if (watch == null && !deadlines.isEmpty()) {
            watch = context.schedule(config.deadlineInterval(), PunctuationType.WALL_CLOCK_TIME, this::passDue);
        }
    }

    private void passDue(long wallClock) {
        cascades.clock().tick();
        List<Deadlines.Due> due = deadlines.due(cascades.clock().now(), AT_ONCE);
        due.stream().filter(deadlines::isLive).forEach(this::pass);
        if (due.size() == AT_ONCE) {
            // Each batch has a transaction of its own: the other deadlines pass with the next punctuation.
            context.commit();
        }
        if (deadlines.isEmpty()) {
            watch.cancel();
            watch = null;
        }
    }

    private void pass(Deadlines.Due due) {
        Cascade.Target target = due.target();
        try {
            deadlines.clear(target);
            SpecificRecord command = codec.decode(due.command());
            Cascade cascade = cascades.begin();
            try {
                cascade.run(target, command, Cause.ofDeadline(due.id()), null);
                cascades.write(cascade);
            } catch (RuntimeException e) {
                throw Cascades.failure(e, command, Optional.empty());
            }
        } catch (SerializationException | DeciderFailedException e) {
            writes.drop();
            LOG.warn("{} goes to dead letters", due.id(), e);
            deadlines.clear(target);
            cascades.output()
                    .deadLetter(due, e, cascades.partition(), cascades.clock().now());
        }
        writes.apply();
    }
}
