package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.fraud.OrderScored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests what shoppers do not see of their own orders: the grounds of the fraud gate, and the tenant's staff. */
@ExtendWith(ApiExtension.class)
class ShopperViewTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String TEA =
            "{\"customerId\":\"anna\",\"country\":\"GB\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}";

    private final ApiExtension.Shared shared;
    private final ApiClient service;
    private final ApiClient anna;

    ShopperViewTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.service = shared.newTenant();
        this.anna = as(Actor.shopper("anna"));
        service.stocked("tea", "1", 100);
        service.order("tea", 1);
    }

    private ApiClient as(Actor who) {
        return shared.platform().client(shared.api(), service.tenant(), who);
    }

    @Test
    void a_shopper_is_told_the_gates_decision_and_not_what_it_rests_on() {
        try (SseReader own = SseReader.open(anna, "/v1/events", null);
                SseReader all = SseReader.open(service, "/v1/events", null)) {
            String id = anna.post("/v1/orders", TEA).json().path("orderId").textValue();
            score(id);
            own.await("order.confirmed", SOON);
            all.await("order.confirmed", SOON);
            String path = "/v1/orders/" + id;
            String confirmedAt = service.get(path).json().path("updatedAt").textValue();
            assertThat(service.post(path + "/cancel", "{}").status()).isEqualTo(200);
            List<String> asked = List.of(
                    path, path + "?asOf=" + confirmedAt, path + "/history", "/v1/orders?customer=anna", "/v1/orders");

            for (String one : asked) {
                assertThat(anna.get(one).text())
                        .as(one)
                        .contains("\"accepted\":true")
                        .doesNotContain("0.0625", "gate-model", "v-secret");
                assertThat(service.get(one).text()).as(one).contains("0.0625", "gate-model", "v-secret");
            }
            assertThat(own.first("order.confirmed").data())
                    .contains("\"accepted\":true")
                    .doesNotContain("0.0625", "gate-model", "v-secret");
            assertThat(all.first("order.confirmed").data()).contains("0.0625", "gate-model", "v-secret");
        }
    }

    @Test
    void a_shopper_is_told_of_others_what_they_are_and_not_who() {
        ApiClient sue = as(new Actor("sue-secret", List.of("staff", "support"), null, null, null));
        String path = "/v1/orders/"
                + anna.post("/v1/orders", TEA).json().path("orderId").textValue();
        assertThat(sue.post(path + "/cancel", "{}").status()).isEqualTo(200);

        JsonNode told = anna.get(path + "/history").json();

        assertThat(told.path("events").get(0).path("actor").toString())
                .isEqualTo("{\"subject\":\"anna\",\"roles\":[\"customer\"]}");
        assertThat(told.path("events").findValues("actor")).last().hasToString("{\"roles\":[\"staff\",\"support\"]}");
        assertThat(told.toString()).doesNotContain("sue-secret");
        assertThat(sue.get(path + "/history").text()).contains("sue-secret");
    }

    private void score(String id) {
        Topic topic = Topics.events("fraud");
        String key = Keys.of(service.tenant(), id);
        OrderScored scored = new OrderScored(
                id, 0.0625, "gate-model", "v-secret", "h", List.of(), List.of(), "anna", "GB", 1L, false, 1L, "GBP");
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                topic.name(),
                topic.partitionOf(key),
                key.getBytes(UTF_8),
                shared.platform().codec().encode(topic.name(), scored));
        Map.of(
                        MessageHeaders.ID, UUID.randomUUID().toString(),
                        MessageHeaders.TYPE, Messages.nameOf(OrderScored.class),
                        MessageHeaders.TENANT, service.tenant(),
                        MessageHeaders.CORRELATION_ID, "c")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", shared.platform().kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(message);
        }
    }
}
