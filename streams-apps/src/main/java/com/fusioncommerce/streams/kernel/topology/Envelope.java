package com.fusioncommerce.streams.kernel.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.streams.kernel.Key;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.header.Headers;

/** Reads and writes the headers of messages. */
final class Envelope {
    private Envelope() {}

    /**
     * The cause in a record's headers.
     *
     * @throws MalformedRecordException if an id is missing, or the tenant is not the one in the key
     */
    static Cause cause(Key key, Headers headers) {
        String id = MessageHeaders.text(headers, MessageHeaders.ID, "");
        if (id.isEmpty()) {
            throw new MalformedRecordException("no header " + MessageHeaders.ID);
        }
        String tenant = MessageHeaders.text(headers, MessageHeaders.TENANT, null);
        if (!key.tenant().equals(tenant)) {
            throw new MalformedRecordException("header and key name two tenants");
        }
        return new Cause(
                id,
                MessageHeaders.text(headers, MessageHeaders.CORRELATION_ID, id),
                MessageHeaders.text(headers, MessageHeaders.TRACE_PARENT, null),
                new ActorHeader(MessageHeaders.text(headers, MessageHeaders.ACTOR, null)));
    }

    /**
     * The id by which an event of another group or job is deduplicated: its CloudEvents source and id. Unlike command
     * ids it has a space.
     */
    static String eventId(Headers headers, Cause cause) {
        return "event " + MessageHeaders.text(headers, MessageHeaders.SOURCE, "") + ' ' + cause.id();
    }

    /**
     * A header's value as a whole number, or a default where there is none.
     *
     * @throws MalformedRecordException if it is no number
     */
    static long number(Headers headers, String name, long absent) {
        String text = MessageHeaders.text(headers, name, null);
        try {
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedRecordException("header " + name + " is no number: " + text);
        }
    }

    /** When a record's event happened, milliseconds since the epoch: its CloudEvents time, or else its timestamp. */
    static long time(Headers headers, long timestamp) {
        String text = MessageHeaders.text(headers, MessageHeaders.TIME, null);
        try {
            return text == null
                    ? timestamp
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            return timestamp;
        }
    }

    /** The bytes of a field, copied. */
    static byte[] bytes(ByteBuffer field) {
        byte[] bytes = new byte[field.remaining()];
        field.duplicate().get(bytes);
        return bytes;
    }

    static void add(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
