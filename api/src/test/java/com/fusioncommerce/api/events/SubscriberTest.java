package com.fusioncommerce.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests which events a stream sends to each kind of reader. */
class SubscriberTest {
    private static final String TOPIC = Topics.events("orders").name();

    private final AvroCodec codec = new AvroCodec(SchemaRegistry.inProcess());

    @Test
    void a_stream_takes_what_its_reader_reaches() {
        for (String customer : List.of("anna", "guest", "")) {
            assertThat(takes(Actor.staff("sue"), "acme", customer)).isTrue();
            assertThat(takes(Actor.staff("sue"), "other", customer)).isFalse();
            assertThat(takes(Actor.shopper("berta"), "acme", customer)).isFalse();
            assertThat(takes(Actor.shopper("guest"), "acme", customer)).isFalse();
        }
        assertThat(takes(Actor.shopper("anna"), "acme", "anna")).isTrue();
        assertThat(takes(Actor.shopper("anna"), "other", "anna")).isFalse();
    }

    private boolean takes(Actor who, String tenant, String customer) {
        SseConnection connection = new SseConnection(10, 10_000, new StreamMemory(10_000));
        Subscriber subscriber = new Subscriber(
                Principal.of("acme", who.subject(), who, Set.of(), Long.MAX_VALUE), Set.of(), connection);
        subscriber.startAt(EventPosition.start());
        SpecificRecord cancelled = new OrderCancelled();
        cancelled.getSchema().getFields().forEach(field -> cancelled.put(field.pos(), sample(field.schema())));
        ConsumerRecord<byte[], byte[]> message =
                new ConsumerRecord<>(TOPIC, 0, 5, (tenant + "/main~1").getBytes(UTF_8), codec.encode(TOPIC, cancelled));
        message.headers().add(MessageHeaders.TYPE, "order.cancelled".getBytes(UTF_8));
        message.headers().add(MessageHeaders.CUSTOMER, customer.getBytes(UTF_8));

        assertThat(subscriber.take(new LogEvent(message, codec))).isTrue();
        return connection.waiting() > 0;
    }

    private static Object sample(org.apache.avro.Schema schema) {
        return switch (schema.getType()) {
            case INT -> 1;
            case LONG -> 1L;
            case STRING -> "text";
            case BOOLEAN -> false;
            case ARRAY -> List.of();
            case UNION -> null;
            case RECORD -> {
                SpecificRecord nested = (SpecificRecord) SpecificData.get().newRecord(null, schema);
                schema.getFields().forEach(field -> nested.put(field.pos(), sample(field.schema())));
                yield nested;
            }
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(0), schema);
            default -> throw new IllegalArgumentException(schema.toString());
        };
    }
}
