package com.fusioncommerce.flink.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Kafka topics as sinks. The platform's own partitioner chooses partitions. */
public final class KafkaSinks {
    /** Maximum that brokers allow by default: far longer than a checkpoint and a restart. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

    private KafkaSinks() {}

    /**
     * Writes every element at least once and without delay: after a crash a record may come twice, with the same
     * headers and key.
     */
    public static <T> KafkaSink<T> atLeastOnce(
            String bootstrap, Topic topic, CodecFactory codecs, Outgoing<T> outgoing) {
        return builder(bootstrap, new AvroRecords<>(topic, codecs, outgoing))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
                .build();
    }

    /**
     * Writes every element exactly once for readers of committed records, who see it when the next checkpoint is
     * complete.
     *
     * @param transactions prefix of transactional ids, unique to this sink
     */
    public static <T> KafkaSink<T> exactlyOnce(
            String bootstrap, Topic topic, String transactions, CodecFactory codecs, Outgoing<T> outgoing) {
        return builder(bootstrap, new AvroRecords<>(topic, codecs, outgoing))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(transactions)
                // Transactional ids are reused: a new one for each checkpoint would fill the broker's transaction
                // state.
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT.toMillis()))
                .build();
    }

    /** Sink of dead letters, each to the dead-letter topic of its original topic. */
    public static KafkaSink<DeadLetter> deadLetters(String bootstrap) {
        return builder(bootstrap, new DeadLetterRecords())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    private static <T> KafkaSinkBuilder<T> builder(String bootstrap, KafkaRecordSerializationSchema<T> records) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrap)
                .setRecordSerializer(records)
                .setProperty("register.producer.metrics", "false")
                .setProperty(ProducerConfig.ACKS_CONFIG, "all")
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(1 << 17));
    }

    private static final class AvroRecords<T> implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
        private static final long serialVersionUID = 1L;

        private final String topic;
        private final int partitions;
        private final CodecFactory codecs;
        private final Outgoing<T> outgoing;
        private transient AvroCodec codec;

        AvroRecords(Topic topic, CodecFactory codecs, Outgoing<T> outgoing) {
            this.topic = topic.name();
            this.partitions = topic.partitions();
            this.codecs = codecs;
            this.outgoing = outgoing;
        }

        @Override
        public void open(InitializationContext context, KafkaSinkContext sink) {
            codec = codecs.create();
        }

        /** Tells the sink its topic, which it must know to find the transactions that a crash left open. */
        @Override
        public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
            return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(T element, KafkaSinkContext context, Long timestamp) {
            String key = outgoing.key(element);
            byte[] value = codec.encode(topic, outgoing.value(element));
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, Partitions.of(key, partitions), null, key.getBytes(UTF_8), value);
            outgoing.headers(element).forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            return record;
        }
    }

    private static final class DeadLetterRecords implements KafkaRecordSerializationSchema<DeadLetter> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
            RawRecord raw = letter.record();
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(DeadLetters.of(raw.topic()), null, null, raw.key(), raw.value());
            Headers headers = record.headers();
            raw.headers().forEach(header -> headers.add(header.name(), header.value()));
            headers.add(DeadLetters.TOPIC, raw.topic().getBytes(UTF_8));
            headers.add(DeadLetters.PARTITION, Integer.toString(raw.partition()).getBytes(UTF_8));
            headers.add(DeadLetters.OFFSET, Long.toString(raw.offset()).getBytes(UTF_8));
            headers.add(DeadLetters.REASON, letter.reason().getBytes(UTF_8));
            headers.add(DeadLetters.APPLICATION, letter.application().getBytes(UTF_8));
            return record;
        }
    }
}
