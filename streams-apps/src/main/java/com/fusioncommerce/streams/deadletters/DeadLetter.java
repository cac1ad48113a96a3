package com.fusioncommerce.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message that could not be processed.
 *
 * @param id {@code topic@offset}, of its original topic
 * @param key its key; empty where it had none
 * @param type its CloudEvents type, such as {@code PlaceOrder}; empty where it has none
 * @param messageId its CloudEvents id; empty where it has none
 * @param correlationId of its request; empty where it has none
 * @param application which application failed
 * @param reason why it failed
 * @param at its timestamp, milliseconds since the epoch
 * @param isRetried whether it has been sent again
 */
public record DeadLetter(
        DeadLetterId id,
        String key,
        String type,
        String messageId,
        String correlationId,
        String application,
        String reason,
        long at,
        boolean isRetried) {

    static DeadLetter of(DeadLetterId id, ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                id,
                record.key() == null ? "" : new String(record.key(), UTF_8),
                MessageHeaders.text(record.headers(), MessageHeaders.TYPE, ""),
                MessageHeaders.text(record.headers(), MessageHeaders.ID, ""),
                MessageHeaders.text(record.headers(), MessageHeaders.CORRELATION_ID, ""),
                MessageHeaders.text(record.headers(), DeadLetters.APPLICATION, ""),
                MessageHeaders.text(record.headers(), DeadLetters.REASON, ""),
                record.timestamp(),
                false);
    }

    /** Its place among others. */
    public DeadLetterPlace place() {
        return new DeadLetterPlace(at, id);
    }

    /** The tenant in its key; empty where it has none. */
    public String tenant() {
        int end = key.indexOf(Keys.TENANT_END);
        return end < 0 ? "" : key.substring(0, end);
    }

    /** A copy that is marked as sent again. */
    public DeadLetter retried() {
        return new DeadLetter(id, key, type, messageId, correlationId, application, reason, at, true);
    }
}
