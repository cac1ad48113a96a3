package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.MessageHeaders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event read from its topic.
 *
 * @param value the event
 * @param id its CloudEvents id
 * @param type its CloudEvents type
 * @param time when it was recorded, milliseconds since the epoch
 * @param correlationId correlation id of its request
 * @param causationId id of the message that caused it
 * @param actor actor of its request
 */
public record RecordedEvent(
        SpecificRecord value,
        String id,
        String type,
        long time,
        String correlationId,
        String causationId,
        Actor actor) {
    static RecordedEvent of(ConsumerRecord<byte[], byte[]> message, AvroCodec codec) {
        return new RecordedEvent(
                codec.decode(message.value()),
                MessageHeaders.text(message.headers(), MessageHeaders.ID, ""),
                MessageHeaders.text(message.headers(), MessageHeaders.TYPE, ""),
                message.timestamp(),
                MessageHeaders.text(message.headers(), MessageHeaders.CORRELATION_ID, ""),
                MessageHeaders.text(message.headers(), MessageHeaders.CAUSATION_ID, ""),
                actor(message));
    }

    private static Actor actor(ConsumerRecord<byte[], byte[]> message) {
        String actor = MessageHeaders.text(message.headers(), MessageHeaders.ACTOR, "");
        return Actor.parse(actor.isEmpty() ? null : actor);
    }
}
