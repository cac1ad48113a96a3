package com.fusioncommerce.flink.stream;

import com.fusioncommerce.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.Header;

/** Kafka topics as sources. */
public final class KafkaSources {
    private KafkaSources() {}

    /**
     * Source of a topic's committed records, from the job's checkpoint; without one from the group's offsets, and
     * without these from the beginning.
     *
     * @param bootstrap Kafka's addresses
     * @param group name of the consumer group, for offsets and lag
     */
    @SuppressWarnings("deprecation") // the connector asks for Kafka's old enum
    public static KafkaSource<RawRecord> of(String bootstrap, String group, Topic topic) {
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(bootstrap)
                .setGroupId(group)
                .setClientIdPrefix(group + "-" + topic.name())
                .setTopics(topic.name())
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setProperty(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT))
                // Flink's own metrics report lag and rates; nobody needs the client's hundreds beside them.
                .setProperty(KafkaSourceOptions.REGISTER_KAFKA_CONSUMER_METRICS.key(), "false")
                .setDeserializer(new Untouched())
                .build();
    }

    private static final class Untouched implements KafkaRecordDeserializationSchema<RawRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
            List<RawHeader> headers = new ArrayList<>();
            for (Header header : record.headers()) {
                headers.add(new RawHeader(header.key(), header.value()));
            }
            out.collect(new RawRecord(
                    record.topic(), record.partition(), record.offset(), record.key(), record.value(), headers));
        }

        @Override
        public TypeInformation<RawRecord> getProducedType() {
            return TypeInformation.of(RawRecord.class);
        }
    }
}
