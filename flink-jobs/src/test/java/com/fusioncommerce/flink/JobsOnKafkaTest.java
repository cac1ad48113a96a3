package com.fusioncommerce.flink;

import static com.fusioncommerce.flink.testing.TestEvents.CODEC;
import static com.fusioncommerce.flink.testing.TestEvents.CODECS;
import static com.fusioncommerce.flink.testing.TestEvents.created;
import static com.fusioncommerce.flink.testing.TestEvents.ofOrder;
import static com.fusioncommerce.flink.testing.TestEvents.poison;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.fraud.ModelFactory;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.flink.testing.KafkaProbe;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs as they run in production: a real broker, exactly-once sinks, checkpoints, a restart. */
class JobsOnKafkaTest {
    @TempDir
    Path checkpoints;

    private EmbeddedKafka kafka;
    private KafkaProbe probe;
    private Jobs jobs;

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
        probe = new KafkaProbe(kafka.bootstrapServers());
        jobs = new Jobs(kafka.bootstrapServers(), CODECS, models("../ai-models/models"));
    }

    @AfterEach
    void stop() {
        probe.close();
        kafka.close();
    }

    @Test
    void orders_are_scored_and_counted_once_across_a_restart_and_poison_is_put_aside() throws Exception {
        probe.write(orders(0, 40));
        probe.write(List.of(poison(Topics.events("orders"), "acme/main~x", "garbage".getBytes(UTF_8))));
        try (LocalCluster cluster = startCluster()) {
            assertThat(probe.read(Topics.named("analytics.order-facts").name(), 40))
                    .hasSize(40);
            assertThat(probe.read(Topics.named("analytics.score-facts").name(), 40))
                    .hasSize(40);
            assertThat(get(cluster.address().resolve("/jobs/overview"))).contains("fraud-scoring", "facts");
            assertThat(cluster.ended()).isNotDone();
        }
        assertThat(new Checkpoints(checkpoints, ResumedJob.idOf("facts")).newest())
                .isPresent();

        probe.write(orders(40, 70));
        try (LocalCluster cluster = startCluster()) {
            assertThat(decoded(probe.read(Topics.named("analytics.order-facts").name(), 70), OrderFact.class))
                    .extracting(OrderFact::getOrderId)
                    .containsExactlyInAnyOrderElementsOf(orderIds(70));
            assertThat(decoded(probe.read(Topics.named("analytics.score-facts").name(), 70), OrderScoreFact.class))
                    .extracting(OrderScoreFact::getOrderId)
                    .containsExactlyInAnyOrderElementsOf(orderIds(70));
            assertThat(cluster.ended()).isNotDone();
        }
        assertThat(probe.read(Topics.named("analytics.line-facts").name(), 140)).hasSize(140);
        assertScores(probe.read(Topics.events("fraud").name(), 70));
        assertDeadLetters(probe.read(Topics.events("orders").deadLetters(), 2));
    }

    @Test
    void a_job_that_cannot_run_is_reported_as_ended() throws Exception {
        Jobs broken = new Jobs(kafka.bootstrapServers(), CODECS, models("no-such-folder"));
        try (LocalCluster cluster = emptyCluster()) {
            cluster.run("fraud-scoring", env -> {
                env.configure(FlinkConfigurations.job());
                broken.all().get("fraud-scoring").accept(env);
            });

            assertThat(cluster.ended().get(60, TimeUnit.SECONDS))
                    .contains("job fraud-scoring ended as FAILED")
                    .contains("cannot read no-such-folder/fraud/2/signature.json");
        }
    }

    private ModelFactory models(String repository) {
        return ModelFactory.pinned(
                repository, FraudModel.RELEASED, checkpoints.resolve("kept").toString());
    }

    private void assertScores(List<ConsumerRecord<byte[], byte[]>> records) {
        assertThat(decoded(records, OrderScored.class))
                .extracting(OrderScored::getOrderId)
                .containsAll(orderIds(70));
        assertThat(records).allSatisfy(record -> {
            String key = new String(record.key(), UTF_8);
            assertThat(record.partition()).isEqualTo(Topics.events("fraud").partitionOf(key));
            assertThat(header(record, MessageHeaders.ID))
                    .startsWith("event-of-main")
                    .endsWith(":scored");
        });
    }

    private static void assertDeadLetters(List<ConsumerRecord<byte[], byte[]>> records) {
        assertThat(records)
                .extracting(record -> header(record, DeadLetters.APPLICATION))
                .contains("fraud-scoring", "facts");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.value()).isEqualTo("garbage".getBytes(UTF_8));
            assertThat(header(record, "trace")).isEqualTo("abc");
            assertThat(header(record, DeadLetters.TOPIC)).isEqualTo("orders.events");
            assertThat(header(record, DeadLetters.PARTITION)).isEqualTo("3");
            assertThat(header(record, DeadLetters.OFFSET)).isNotEmpty();
            assertThat(header(record, DeadLetters.REASON)).contains("wire format");
        });
    }

    private LocalCluster startCluster() throws Exception {
        LocalCluster cluster = emptyCluster();
        for (Map.Entry<String, Consumer<StreamExecutionEnvironment>> job :
                jobs.all().entrySet()) {
            cluster.run(job.getKey(), job.getValue());
        }
        return cluster;
    }

    private LocalCluster emptyCluster() throws Exception {
        return LocalCluster.start(FlinkConfiguration.cluster(0, OptionalInt.empty()), checkpoints, 1, 2);
    }

    private static List<RawRecord> orders(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> ofOrder("main~" + i, created("main~" + i, false)))
                .toList();
    }

    private static List<String> orderIds(int count) {
        return IntStream.range(0, count).mapToObj(i -> "main~" + i).toList();
    }

    private static <T extends org.apache.avro.specific.SpecificRecord> List<T> decoded(
            List<ConsumerRecord<byte[], byte[]>> records, Class<T> type) {
        return records.stream()
                .map(record -> CODEC.decode(record.value(), type))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static String get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
