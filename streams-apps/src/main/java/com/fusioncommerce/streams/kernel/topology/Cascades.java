package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistryException;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.streams.kernel.Group;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Starts and writes the cascades of a task. A cascade is encoded completely before anything is put or sent.
 *
 * @param partition the task's partition
 */
record Cascades(
        Group group,
        int partition,
        AvroCodec codec,
        TaskStores stores,
        Output output,
        OutcomeReplies answers,
        TaskClock clock) {
    Cascade begin() {
        return new Cascade(group, partition, stores, clock.now());
    }

    /** Encodes a cascade's states and messages; {@link Writes#apply} puts and sends them. */
    void write(Cascade cascade) {
        long now = clock.now();
        cascade.states.forEach((state, value) -> {
            byte[] encoded = codec.encode(Topic.STORES, value);
            stores.put(state, value, encoded);
            state.aggregate().published().ifPresent(topic -> output.publish(topic, state.key(), value, encoded, now));
        });
        cascade.viewEntries.forEach(stores::put);
        cascade.deadlines.forEach(stores.deadlines()::apply);
        cascade.events.forEach(sent -> output.send(sent, now));
        cascade.remote.forEach(sent -> output.send(sent, now));
        answers.settle(cascade, now);
    }

    /**
     * Classifies a failure. A message that cannot be decided or encoded is defective. After other failures of Kafka or
     * the registry it is processed again.
     */
    static RuntimeException failure(RuntimeException e, SpecificRecord message, Optional<Asked> asked) {
        boolean ofTheMessage = e instanceof SerializationException
                || !(e instanceof KafkaException
                        || e instanceof SchemaRegistryException
                        || e instanceof UncheckedIOException);
        return ofTheMessage ? new DeciderFailedException(message, asked, e) : e;
    }
}
