package com.fusioncommerce.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.streams.query.ConsistencyToken;
import com.fusioncommerce.streams.query.UnavailableException;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real broker for a test class, and applications on it. */
final class CommerceOnKafka implements BeforeAllCallback, AfterAllCallback {
    static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());

    private EmbeddedKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;
    private Path states;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        states = Files.createTempDirectory("commerce");
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        producer.close();
        kafka.close();
        Utils.delete(states.toFile());
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** A started application, with a state folder of that name. */
    CommerceApplication application(String id, String name, int port) {
        Map<String, String> environment = Map.of(
                "FUSION_KAFKA",
                bootstrapServers(),
                "FUSION_APPLICATION_ID",
                id,
                "FUSION_STATE_DIR",
                states.resolve(name).toString(),
                "FUSION_API_ADVERTISED",
                "127.0.0.1:" + port,
                "FUSION_STANDBYS",
                "1",
                "FUSION_FRAUD_GATE",
                "off");
        CommerceApplication application =
                CommerceApplication.create(CommerceConfig.fromEnvironment(environment), CODEC);
        application.start();
        return application;
    }

    /** Sends a command and returns its consistency token. */
    ConsistencyToken send(Topic topic, String key, String id, SpecificRecord command) {
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(
                topic.name(),
                topic.partitionOf(key),
                key.getBytes(UTF_8),
                CODEC.encode(topic.name(), command),
                CommerceDriver.headers(key, id)));
        producer.flush();
        assertThat(sent).isDone();
        RecordMetadata metadata = acknowledged(sent);
        return new ConsistencyToken(metadata.topic(), metadata.partition(), metadata.offset());
    }

    private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the command was not taken", e);
        }
    }

    static <T> T eventually(Callable<T> supplier) {
        List<T> result = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UnavailableException.class)
                .until(() -> {
                    result.clear();
                    result.add(supplier.call());
                    return result.get(0) != null;
                });
        return result.get(0);
    }
}
