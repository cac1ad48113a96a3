package com.fusioncommerce.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.web.AvroJson;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** An event of the log for streams. It is rendered once, and only if a stream sends it. Not safe for threads. */
final class LogEvent {
    private final ConsumerRecord<byte[], byte[]> message;
    private final AvroCodec codec;
    private final TopicPartition partition;
    private final String tenant;
    private final String type;
    private final String customer;
    private final Rendered whole = new Rendered(AvroJson::of);
    private final Rendered toShoppers = new Rendered(AvroJson::toShoppers);

    LogEvent(ConsumerRecord<byte[], byte[]> message, AvroCodec codec) {
        this.message = message;
        this.codec = codec;
        this.partition = new TopicPartition(message.topic(), message.partition());
        this.tenant = message.key() == null ? "" : tenantOf(new String(message.key(), UTF_8));
        this.type = header(MessageHeaders.TYPE);
        this.customer = header(MessageHeaders.CUSTOMER);
    }

    TopicPartition partition() {
        return partition;
    }

    long offset() {
        return message.offset();
    }

    String tenant() {
        return tenant;
    }

    String type() {
        return type;
    }

    /** The customer who owns the event's aggregate; empty if no customer does. */
    String customer() {
        return customer;
    }

    /**
     * The server-sent event for a reader whose stream's position is {@code at} after this event. Live streams share one
     * position, so their frame is rendered once for shoppers and once for all others, however many streams there are.
     */
    byte[] frame(EventPosition at, Principal reader) {
        return (reader.keptTo() == null ? whole : toShoppers).frame(at);
    }

    private final class Rendered {
        private final Function<SpecificRecord, Map<String, Object>> data;
        private String json;
        private byte[] frame;
        private EventPosition framedAt;

        Rendered(Function<SpecificRecord, Map<String, Object>> data) {
            this.data = data;
        }

        byte[] frame(EventPosition at) {
            if (frame == null || !framedAt.isAt(at)) {
                framedAt = at.copy();
                frame = SseConnection.frame(at.encode(), type, json());
            }
            return frame;
        }

        /** The event as CloudEvents 1.0 in structured JSON, on one line. */
        private String json() {
            if (json == null) {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("specversion", "1.0");
                event.put("id", header(MessageHeaders.ID));
                event.put("type", type);
                event.put("source", header(MessageHeaders.SOURCE));
                event.put("subject", header(MessageHeaders.SUBJECT));
                event.put("time", header(MessageHeaders.TIME));
                event.put("datacontenttype", "application/json");
                event.put("correlationid", header(MessageHeaders.CORRELATION_ID));
                event.put("data", data.apply(codec.decode(message.value())));
                json = new String(Json.write(event), UTF_8);
            }
            return json;
        }
    }

    private String header(String name) {
        return MessageHeaders.text(message.headers(), name, "");
    }

    private static String tenantOf(String key) {
        int end = key.indexOf(Keys.TENANT_END);
        return end < 0 ? "" : key.substring(0, end);
    }
}
