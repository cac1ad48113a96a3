package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.streams.deadletters.DeadLetterId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes dead letters for tests, in the kernel's format. */
final class PutAside {
    private PutAside() {}

    /** Dead-letters the cancellation of a missing order, and returns the dead letter's id. */
    static String cancellation(ApiEnvironment platform, String tenant) {
        String order = "main~" + UUID.randomUUID();
        Topic topic = Topics.commands("orders");
        return of(
                platform,
                topic,
                Keys.of(tenant, order),
                "CancelOrder",
                platform.codec().encode(topic.name(), new CancelOrder(order, "", null)));
    }

    /** Dead-letters a message, and returns the dead letter's id. */
    static String of(ApiEnvironment platform, Topic topic, String key, String type, byte[] value) {
        Headers headers = new RecordHeaders();
        add(headers, MessageHeaders.ID, UUID.randomUUID().toString());
        add(headers, MessageHeaders.TENANT, Keys.tenant(key));
        add(headers, MessageHeaders.TYPE, type);
        add(headers, MessageHeaders.CORRELATION_ID, "correlation-1");
        add(headers, DeadLetters.REASON, "put aside by a test");
        add(headers, DeadLetters.APPLICATION, "commerce");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long offset = producer.send(
                            new ProducerRecord<>(topic.deadLetters(), 0, key.getBytes(UTF_8), value, headers))
                    .get()
                    .offset();
            return new DeadLetterId(topic, offset).toString();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
