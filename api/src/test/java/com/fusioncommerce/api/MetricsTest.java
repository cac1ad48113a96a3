package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests the metrics after events of each kind; other tests share the instance, so values are compared with those
 * before.
 */
@ExtendWith(ApiExtension.class)
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiExtension.Shared shared;
    private final ApiClient client;

    MetricsTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.client = shared.newTenant();
    }

    private double sample(String series) {
        return client.with(null)
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(series + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private void awaitMore(String series, double before) {
        Await.until(series + " is above " + before, PATIENCE, () -> sample(series) > before);
    }

    @Test
    void an_order_is_counted_at_each_step_and_so_is_who_let_it_through() {
        String reserved = "orders_total{outcome=\"reserved\"}";
        String confirmed = "orders_total{outcome=\"confirmed\"}";
        String refused = "orders_total{outcome=\"refused\"}";
        String byRule = "order_decisions_total{by=\"deadline_rule\",decision=\"confirmed\",model_version=\"\"}";
        double reservedBefore = sample(reserved);
        double confirmedBefore = sample(confirmed);
        double refusedBefore = sample(refused);
        double byRuleBefore = sample(byRule);
        client.stocked("tea", "1", 5);

        assertThat(client.order("tea", 3).status()).isEqualTo(201);
        assertThat(client.order("tea", 3).problem()).isEqualTo("insufficient_stock");

        awaitMore(reserved, reservedBefore);
        awaitMore(refused, refusedBefore);
        // No model scores orders in this test: after two seconds the rule decides.
        awaitMore(confirmed, confirmedBefore);
        awaitMore(byRule, byRuleBefore);
    }

    @Test
    void what_goes_to_dead_letters_is_counted_by_topic_and_reason() throws Exception {
        String unreadable = "dead_letters_total{reason=\"unreadable\",topic=\"orders.commands\"}";
        String malformed = "dead_letters_total{reason=\"malformed\",topic=\"inventory.commands\"}";
        double unreadableBefore = sample(unreadable);
        double malformedBefore = sample(malformed);

        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", shared.platform().kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> poison = new ProducerRecord<>(
                    Topics.commands("orders").name(), "acme/main~1".getBytes(UTF_8), new byte[] {1, 2, 3});
            poison.headers().add("ce_id", "poison".getBytes(UTF_8)).add("tenant", "acme".getBytes(UTF_8));
            producer.send(poison).get();
            producer.send(new ProducerRecord<>(
                            Topics.commands("inventory").name(), "no-tenant".getBytes(UTF_8), new byte[0]))
                    .get();
        }

        awaitMore(unreadable, unreadableBefore);
        awaitMore(malformed, malformedBefore);
    }

    @Test
    void requests_are_a_histogram_that_ends_in_all_of_them() {
        client.get("/v1/products/none");
        String of = "{method=\"GET\",route=\"/v1/products/{sku}\",status=\"404\"";

        assertThat(sample("http_server_requests_seconds_bucket" + of + ",le=\"+Inf\"}"))
                .isEqualTo(sample("http_server_requests_seconds_count" + of + "}"))
                .isPositive();
    }
}
