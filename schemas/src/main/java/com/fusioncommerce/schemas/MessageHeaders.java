package com.fusioncommerce.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Names of record headers: those of CloudEvents 1.0 in binary mode for Kafka, and the platform's own. All values are
 * UTF-8.
 */
public final class MessageHeaders {
    /** CloudEvents id, unique; commands are deduplicated by it. */
    public static final String ID = "ce_id";

    /** CloudEvents type, e.g. {@code order.created}; for a command the schema's name, e.g. {@code PlaceOrder}. */
    public static final String TYPE = "ce_type";

    /** CloudEvents source, e.g. {@code /commerce/orders}. */
    public static final String SOURCE = "ce_source";

    /** CloudEvents time, RFC 3339. */
    public static final String TIME = "ce_time";

    /** CloudEvents subject: the aggregate's id. */
    public static final String SUBJECT = "ce_subject";

    /** CloudEvents spec version, always {@code 1.0}. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** The tenant. */
    public static final String TENANT = "tenant";

    /** Correlation id: the same on every message that one request caused. */
    public static final String CORRELATION_ID = "correlationid";

    /** The message's actor, as {@link Actor#header} writes it; absent for the platform. */
    public static final String ACTOR = "actor";

    /** Id of the customer who owns the aggregate of an event; absent where no customer does. */
    public static final String CUSTOMER = "customer";

    /** The policy that sent a command, and the id of the aggregate whose event it reacted to: {@code policy/id}. */
    public static final String SENT_BY = "sentby";

    /** Id of the message that caused this one. */
    public static final String CAUSATION_ID = "causationid";

    /** W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";

    /** Partition of the outcomes topic to which the outcome of a command goes; absent where no caller waits for it. */
    public static final String REPLY_PARTITION = "replypartition";

    /** Hash of a request with an idempotency key, hexadecimal. */
    public static final String REQUEST_HASH = "requesthash";

    /** Id of the claim that a command's idempotency key stands for. */
    public static final String CLAIM = "claim";

    private MessageHeaders() {}

    /** A header's value as text, or {@code absent} where there is no such header or it has no value: Kafka allows both. */
    public static String text(Headers headers, String name, String absent) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? absent : new String(header.value(), UTF_8);
    }
}
