package com.fusioncommerce.trials.e2e;

import static com.fusioncommerce.trials.e2e.SharedPlatform.PATIENCE;
import static com.fusioncommerce.trials.e2e.SharedPlatform.Running.mugs;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.Fusion;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.deadletters.DeadLetter;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class PoisonIT {
    private static final byte[] POISON = "not avro at all".getBytes(UTF_8);
    private static final List<Topic> READ_BY_US = List.of(
            Topics.commands("catalog"),
            Topics.commands("inventory"),
            Topics.commands("orders"),
            Topics.events("orders"),
            Topics.events("fraud"));

    @Test
    void poison_on_any_topic_goes_to_its_dead_letters_with_a_reason_while_orders_flow(Running platform)
            throws Exception {
        FusionClient client = platform.shop("poison", 10);
        String kafka = platform.config().kafka();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : READ_BY_US) {
                producer.send(new ProducerRecord<>(topic.name(), "poison/x".getBytes(UTF_8), POISON))
                        .get();
            }
        }
        Map<String, String> reasons = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "group.id", "poison-test",
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(READ_BY_US.stream().map(Topic::deadLetters).toList());
            Awaitility.await("poison is in the dead letters of every topic")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        for (ConsumerRecord<byte[], byte[]> dead : consumer.poll(Duration.ofMillis(500))) {
                            assertThat(dead.value()).isEqualTo(POISON);
                            reasons.put(dead.topic(), text(dead, DeadLetters.REASON));
                        }
                        assertThat(reasons.keySet())
                                .containsExactlyInAnyOrderElementsOf(READ_BY_US.stream()
                                        .map(Topic::deadLetters)
                                        .toList());
                    });
        }
        assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(flinkMetrics(platform))
                .containsPattern("flink_taskmanager_job_task_operator_topic_dead_letters"
                        + "\\{[^}]*topic=\"orders\\.events\"[^}]*} [1-9]");

        String order = client.placeOrder(mugs(1), "after-poison").join().orderId();
        assertThat(platform.awaitStatus(client, order, "confirmed").decidedBy()).isEqualTo("model");
    }

    @Test
    void an_operator_lists_what_was_put_aside_looks_at_it_and_sends_it_again_once(Running platform) throws Exception {
        String kafka = platform.config().kafka();
        String home = platform.home().toString();
        String key = "retried/x";
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.commands("orders").name(), key.getBytes(UTF_8), POISON))
                    .get();
        }
        try (DeadLetterBox box = new DeadLetterBox(kafka)) {
            String id = Awaitility.await("it is put aside")
                    .atMost(PATIENCE)
                    .until(() -> lettersOf(box, key), letters -> letters.size() == 1)
                    .get(0)
                    .id()
                    .toString();

            assertThat(said("list", "--tenant", "retried", "--open", "--limit", "1", "--home", home))
                    .contains(id);
            assertThat(said("show", id, "--home", home)).contains(key);
            assertThat(said("retry", id, "--home", home)).contains(id + " was sent again");

            // The resent message fails again, and becomes a dead letter once more.
            Awaitility.await("it is put aside again")
                    .atMost(PATIENCE)
                    .until(() -> lettersOf(box, key), letters -> letters.size() == 2);
            assertThat(lettersOf(box, key)).extracting(DeadLetter::isRetried).containsExactlyInAnyOrder(true, false);
            assertThat(said("list", "--tenant", "retried", "--open", "--home", home))
                    .doesNotContain(id + " ");
            assertThat(Fusion.run("dead-letters", "retry", id, "--home", home)).isEqualTo(1);
            assertThat(Fusion.run("dead-letters", "retry", "nowhere@1", "--home", home))
                    .isEqualTo(2);
        }
    }

    private static List<DeadLetter> lettersOf(DeadLetterBox box, String key) {
        return box.list(
                List.of(Topics.commands("orders")), letter -> letter.key().equals(key), 10, Patience.of(PATIENCE));
    }

    /** The output of a command that succeeds. */
    private static String said(String... arguments) {
        List<String> line = new ArrayList<>(List.of("dead-letters"));
        line.addAll(List.of(arguments));
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, UTF_8));
            assertThat(Fusion.run(line.toArray(String[]::new))).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8);
    }

    private static String flinkMetrics(Running platform) throws Exception {
        int port = platform.config().ports().of(Port.FLINK_METRICS);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }
}
