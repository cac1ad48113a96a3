package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedKafkaTest {
    private static EmbeddedKafka kafka;

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
    void makes_every_topic_of_the_catalogue_and_its_dead_letters() throws Exception {
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topic::name).toList())
                    .containsAll(Topics.all().stream().map(Topic::deadLetters).toList());
            TopicDescription outcomes = admin.describeTopics(List.of(Topics.OUTCOMES.name()))
                    .allTopicNames()
                    .get()
                    .get(Topics.OUTCOMES.name());
            assertThat(outcomes.partitions()).hasSize(Topics.REPLY_PARTITIONS);
        }
    }

    @Test
    void gives_topics_the_retention_and_cleanup_of_the_catalogue() throws Exception {
        assertThat(setting(Topics.named("catalog.products"), "cleanup.policy")).isEqualTo("compact");
        assertThat(setting(Topics.events("orders"), "retention.ms")).isEqualTo("-1");
        assertThat(setting(Topics.commands("orders"), "retention.ms"))
                .isEqualTo(String.valueOf(Duration.ofDays(7).toMillis()));
    }

    @Test
    void a_topic_takes_records_without_a_retry_once_it_is_made() throws Exception {
        kafka.createTopic("fresh", 16);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(), "retries", 0, "enable.idempotence", false),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition = 0; partition < 16; partition++) {
                assertThat(producer.send(new ProducerRecord<>("fresh", partition, "key", "value"))
                                .get()
                                .offset())
                        .isZero();
            }
        }
    }

    @Test
    void commits_transactions_that_readers_of_committed_records_see() throws Exception {
        kafka.createTopic("trial", 1);
        String servers = kafka.bootstrapServers();
        TopicPartition partition = new TopicPartition("trial", 0);
        try (var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "transactional.id", "trial"),
                        new StringSerializer(),
                        new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("trial", "aborted")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("trial", "committed")).get();
            producer.commitTransaction();

            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> found = new ArrayList<>();
            // A commit is acknowledged before every reader sees the transaction: a poll may return only the aborted
            // one.
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).records(partition).forEach(record -> found.add(record.value()));
                return !found.isEmpty();
            });
            assertThat(found).containsExactly("committed");
        }
    }

    private static String setting(Topic topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try (Admin admin = admin()) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
