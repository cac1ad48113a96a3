package com.fusioncommerce.platform.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsumerLagsTest {
    private static EmbeddedKafka kafka;

    private final String topic = "topic-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(topic, 0);

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void who_has_read_all_has_a_lag_of_0_though_the_end_of_a_transaction_follows() throws Exception {
        kafka.createTopic(topic, 1);
        transaction(3, true);
        commits("ours", 3);

        assertThat(lag("ours")).isZero();
    }

    @Test
    void aborted_records_are_not_counted_and_committed_ones_are() throws Exception {
        kafka.createTopic(topic, 1);
        transaction(3, true);
        transaction(5, false);
        transaction(2, true);
        commits("behind", 1);

        assertThat(lag("behind")).isEqualTo(2 + 2);
    }

    @Test
    void who_is_far_behind_is_told_the_difference_of_the_offsets() throws Exception {
        kafka.createTopic(topic, 1);
        transaction(2_500, true);
        commits("far", 0);

        assertThat(lag("far")).isEqualTo(2_501);
    }

    @Test
    void groups_of_others_are_not_counted_as_ours() throws Exception {
        kafka.createTopic(topic, 1);
        transaction(1, true);
        commits("theirs-" + topic, 0);

        ConsumerLags.Lags lags = new ConsumerLags(kafka.bootstrapServers()).read(Set.of("ours"));

        assertThat(lags.ours()).extracting(Lag::reader).doesNotContain("theirs-" + topic);
        assertThat(lags.others()).contains(new Lag("theirs-" + topic, "Empty", 1L));
    }

    private long lag(String group) throws Exception {
        return new ConsumerLags(kafka.bootstrapServers())
                .read(Set.of(group)).ours().stream().mapToLong(Lag::records).sum();
    }

    private void commits(String group, long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    private void transaction(int records, boolean commit) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < records; i++) {
                var unused = producer.send(new ProducerRecord<>(topic, "value".getBytes(UTF_8)));
            }
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.flush();
                producer.abortTransaction();
            }
        }
    }
}
