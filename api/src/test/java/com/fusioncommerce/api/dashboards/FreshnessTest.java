package com.fusioncommerce.api.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.Await;
import com.fusioncommerce.druid.Row;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests freshness; each test has its own tenant and a new reader. */
class FreshnessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private static EmbeddedKafka kafka;

    private final String tenant = "t" + UUID.randomUUID();
    private final Freshness freshness = new Freshness(new OrderTail(kafka.bootstrapServers()));

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void a_shop_in_which_nothing_has_happened_for_days_is_up_to_date() {
        happened(tenant, "order.confirmed", NOON, true);

        Row row = fresh(NOON, NOON.plusSeconds(300_000));

        assertThat(row.text("state")).isEqualTo("current");
        assertThat(row.number("behindMs")).isZero();
    }

    @Test
    void an_event_that_is_not_counted_yet_makes_it_late_by_its_age_not_by_the_age_of_what_is_counted() {
        happened(tenant, "order.created", NOON, true);
        happened(tenant, "order.created", NOON.plusSeconds(7_200), true);
        happened(tenant, "order.confirmed", NOON.plusSeconds(7_210), true);

        assertThat(fresh(NOON, NOON.plusSeconds(7_201)).text("state")).isEqualTo("current");
        Row late = fresh(NOON, NOON.plusSeconds(7_245));
        assertThat(late.text("state")).isEqualTo("late");
        assertThat(late.number("behindMs")).isEqualTo(45_000);
        assertThat(fresh(NOON.plusSeconds(7_210), NOON.plusSeconds(9_000)).text("state"))
                .isEqualTo("current");
    }

    @Test
    void what_was_aborted_or_has_no_row_or_is_another_tenants_does_not_count() {
        happened(tenant, "order.created", NOON, true);
        happened(tenant, "order.confirmed", NOON.plusSeconds(60), false);
        happened(tenant, "order.assessed", NOON.plusSeconds(60), true);
        happened("another", "order.created", NOON.plusSeconds(60), true);

        assertThat(fresh(NOON, NOON.plusSeconds(3_600)).text("state")).isEqualTo("current");
    }

    @Test
    void a_shop_without_orders_is_empty_and_one_whose_first_order_is_missing_is_late() {
        assertThat(fresh(null, NOON).text("state")).isEqualTo("empty");

        happened(tenant, "order.created", NOON, true);

        Freshness later = new Freshness(new OrderTail(kafka.bootstrapServers()));
        assertThat(later.of(tenant, counted(null), NOON.plusSeconds(60)).get(0).text("state"))
                .isEqualTo("late");
    }

    @Test
    void without_a_log_nobody_knows() {
        Freshness alone = new Freshness(new OrderTail("127.0.0.1:1"));

        assertThat(alone.of(tenant, counted(NOON), NOON).get(0).text("state")).isEqualTo("unknown");
    }

    private Row fresh(Instant counted, Instant now) {
        return freshness.of(tenant, counted(counted), now).get(0);
    }

    private static List<Row> counted(Instant newest) {
        return newest == null ? List.of() : List.of(new Row(Map.of("newest", newest.toString(), "events", 1L)));
    }

    private static void happened(String tenant, String type, Instant at, boolean committed) {
        Map<String, Object> config = KafkaClients.client(kafka.bootstrapServers(), "writer");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            String key = tenant + "/main~1";
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    Topics.events("orders").name(),
                    Topics.events("orders").partitionOf(key),
                    key.getBytes(UTF_8),
                    new byte[] {0});
            record.headers().add(MessageHeaders.TYPE, type.getBytes(UTF_8));
            record.headers().add(MessageHeaders.TIME, at.toString().getBytes(UTF_8));
            Future<RecordMetadata> sent = producer.send(record);
            producer.flush();
            assertThat(sent).isDone();
            if (committed) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
        Await.until(
                "the transaction's marker is written",
                PATIENCE,
                () -> end("read_committed") == end("read_uncommitted"));
    }

    private static long end(String isolation) {
        Map<String, Object> config = KafkaClients.reader(kafka.bootstrapServers(), "ends");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer
                    .endOffsets(IntStream.range(0, Topics.events("orders").partitions())
                            .mapToObj(partition ->
                                    new TopicPartition(Topics.events("orders").name(), partition))
                            .toList())
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
