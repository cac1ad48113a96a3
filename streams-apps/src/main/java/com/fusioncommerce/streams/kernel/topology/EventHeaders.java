package com.fusioncommerce.streams.kernel.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.streams.kernel.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Builds the headers of a task's messages. Repeated values are encoded once. Not thread-safe. */
final class EventHeaders {
    private static final Header SPEC_VERSION = header(MessageHeaders.SPEC_VERSION, "1.0");

    private final Header source;
    private final Map<Class<?>, Header> types = new HashMap<>();
    private Header time = header(MessageHeaders.TIME, Instant.EPOCH.toString());
    private long timeOf;
    private String tenantOf = "";
    private Header tenant = header(MessageHeaders.TENANT, "");

    EventHeaders(String source) {
        this.source = header(MessageHeaders.SOURCE, source);
    }

    /** The headers of a message; {@code customer} is the owner of its aggregate, or null. */
    Headers of(Key key, SpecificRecord value, Cause cause, String causationId, long at, String customer) {
        Header[] headers =
                new Header[9 + present(cause.traceParent(), cause.actor().text(), customer)];
        headers[0] = SPEC_VERSION;
        headers[1] = header(MessageHeaders.ID, cause.id());
        headers[2] = types.computeIfAbsent(
                value.getClass(), type -> header(MessageHeaders.TYPE, Messages.nameOf(value.getClass())));
        headers[3] = source;
        headers[4] = time(at);
        headers[5] = header(MessageHeaders.SUBJECT, key.id());
        headers[6] = tenant(key);
        headers[7] = header(MessageHeaders.CORRELATION_ID, cause.correlationId());
        headers[8] = header(MessageHeaders.CAUSATION_ID, causationId);
        int next = 9;
        if (cause.traceParent() != null) {
            headers[next++] = header(MessageHeaders.TRACE_PARENT, cause.traceParent());
        }
        if (cause.actor().text() != null) {
            headers[next++] = header(MessageHeaders.ACTOR, cause.actor().text());
        }
        if (customer != null) {
            headers[next] = header(MessageHeaders.CUSTOMER, customer);
        }
        return new RecordHeaders(headers);
    }

    private static int present(String traceParent, String actor, String customer) {
        return (traceParent == null ? 0 : 1) + (actor == null ? 0 : 1) + (customer == null ? 0 : 1);
    }

    private Header time(long at) {
        if (at != timeOf) {
            timeOf = at;
            time = header(MessageHeaders.TIME, Instant.ofEpochMilli(at).toString());
        }
        return time;
    }

    private Header tenant(Key key) {
        if (!key.tenant().equals(tenantOf)) {
            tenantOf = key.tenant();
            tenant = header(MessageHeaders.TENANT, tenantOf);
        }
        return tenant;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
