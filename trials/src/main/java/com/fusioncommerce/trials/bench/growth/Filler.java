package com.fusioncommerce.trials.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes commands to Kafka at full speed, without waiting for outcomes. For one thread. */
final class Filler implements AutoCloseable {
    private static final long PLENTY = 1_000_000_000L;
    private static final long PRICE = 25_500L;
    private static final int PRICES = 50;
    private static final String COUNTRY = "GB";

    private final AvroCodec codec;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Map<String, String> last = new HashMap<>();

    Filler(PlatformConfig config) {
        this.codec = new AvroCodec(SchemaRegistry.connect(RegistryConfig.of(config.registryUrl())));
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        config.kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates products {@code from} to {@code to}, each with ample stock. */
    void products(long from, long to) throws Exception {
        for (long i = from; i < to; i++) {
            String sku = GeneratedIds.sku(i);
            String pool = GeneratedIds.pool(i);
            send(
                    Topics.commands("catalog"),
                    Keys.of(GeneratedIds.TENANT, sku),
                    new CreateProduct(
                            sku,
                            "Product " + i,
                            "Description of product " + i + ", a thing of kind " + i % 20,
                            PRICE + i % PRICES * 10_000,
                            "GBP",
                            Map.of("category", "cat" + i % 20, "brand", "brand" + i % 50),
                            null));
            send(
                    Topics.commands("inventory"),
                    Keys.pooled(GeneratedIds.TENANT, pool, sku),
                    new SetStock(pool, sku, PLENTY));
        }
        flush();
    }

    /** Places orders {@code from} to {@code to}, of two lines each, over so many products. */
    void orders(long from, long to, long products) throws Exception {
        for (long i = from; i < to; i++) {
            String id = GeneratedIds.orderId(i);
            send(
                    Topics.commands("orders"),
                    Keys.of(GeneratedIds.TENANT, id),
                    new PlaceOrder(
                            id,
                            GeneratedIds.customer(i),
                            null,
                            COUNTRY,
                            COUNTRY,
                            "web",
                            null,
                            false,
                            List.of(line(i, 0, products), line(i, 1, products))));
        }
        flush();
    }

    private static PlaceOrderLine line(long order, int line, long products) {
        return new PlaceOrderLine(GeneratedIds.sku(GeneratedIds.product(order, line, products)), 1L, null, null);
    }

    private void send(Topic topic, String key, SpecificRecord command) throws Exception {
        int partition = topic.partitionOf(key);
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic.name(), partition, key.getBytes(UTF_8), codec.encode(topic.name(), command));
        header(message, MessageHeaders.ID, "fill:" + topic.name() + ":" + key);
        header(message, MessageHeaders.TYPE, Messages.nameOf(command.getClass()));
        header(message, MessageHeaders.TENANT, GeneratedIds.TENANT);
        var sent = producer.send(message, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        last.put(topic.name() + "-" + partition, key);
        if (failure.get() != null) {
            throw new IllegalStateException("a command was not taken: " + sent, failure.get());
        }
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }

    private void flush() throws Exception {
        producer.flush();
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** Keys of the newest command in each partition of a topic: once these are decided, all earlier ones are. */
    List<String> newest(Topic topic) {
        return last.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(topic.name() + "-"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
