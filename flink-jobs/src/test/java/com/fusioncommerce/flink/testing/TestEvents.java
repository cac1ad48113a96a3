package com.fusioncommerce.flink.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.flink.stream.CodecFactory;
import com.fusioncommerce.flink.stream.RawHeader;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Events as records of their topics, of tenant {@code acme}. */
public final class TestEvents {
    /** Codec of this class's records, with a registry in this process. */
    public static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());

    /** Codec factory for jobs under test: captures nothing, so it is serialisable. */
    public static final CodecFactory CODECS = () -> CODEC;

    private TestEvents() {}

    /** An event of an order in the orders' topic. */
    public static RawRecord ofOrder(String orderId, SpecificRecord event) {
        return record(Topics.events("orders"), orderId, event);
    }

    /** A score in the topic of scores. */
    public static RawRecord ofScore(OrderScored event) {
        return record(Topics.events("fraud"), event.getOrderId(), event);
    }

    /** Bytes that are no event. */
    public static RawRecord poison(Topic topic, String key, byte[] value) {
        return new RawRecord(
                topic.name(),
                3,
                17,
                key.getBytes(UTF_8),
                value,
                List.of(new RawHeader("trace", "abc".getBytes(UTF_8))));
    }

    private static RawRecord record(Topic topic, String orderId, SpecificRecord event) {
        String key = Keys.of("acme", orderId);
        Map<String, String> headers = Map.of(
                MessageHeaders.ID, "event-of-" + orderId,
                MessageHeaders.CORRELATION_ID, "correlation-of-" + orderId,
                MessageHeaders.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return new RawRecord(
                topic.name(),
                topic.partitionOf(key),
                0,
                key.getBytes(UTF_8),
                CODEC.encode(topic.name(), event),
                headers.entrySet().stream()
                        .map(header ->
                                new RawHeader(header.getKey(), header.getValue().getBytes(UTF_8)))
                        .toList());
    }

    /** The summary of an order of two lines, five units and 12.34 euros. */
    public static OrderSummary summary(boolean imported) {
        return new OrderSummary("ann", "GB", "DE", "EUR", "web", imported, 1_000_000L, 2, 5L, 1_234L);
    }

    /** The creation of an order with this summary. */
    public static OrderCreated created(String orderId, boolean imported) {
        List<OrderLine> lines = List.of(
                new OrderLine(1, "mug", 3L, 30_000L, 900L, "main"), new OrderLine(2, "pen", 2L, 16_700L, 334L, "main"));
        return new OrderCreated(orderId, summary(imported), lines, List.of("main"), 5_000_000L);
    }

    /** A score of an order with this summary. */
    public static OrderScored scored(String orderId, double score, boolean imported) {
        return new OrderScored(
                orderId,
                score,
                "fraud",
                "1",
                "hash",
                List.of(),
                List.of(),
                "ann",
                "GB",
                1_000_000L,
                imported,
                6_000_000L,
                "EUR");
    }
}
