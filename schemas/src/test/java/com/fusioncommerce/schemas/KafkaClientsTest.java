package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
    private static final Duration LONGEST = KafkaClients.ANSWER.multipliedBy(3);

    @Test
    void a_broker_that_takes_a_connection_and_says_nothing_is_given_up_soon() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        KafkaClients.reader("127.0.0.1:" + silent.getLocalPort(), "test"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            CompletableFuture<Integer> givenUp = CompletableFuture.supplyAsync(() -> untilGivenUp(silent));
            consumer.assign(List.of(new TopicPartition(Topics.OUTCOMES.name(), 0)));
            long until = System.nanoTime() + LONGEST.toNanos();
            while (!givenUp.isDone() && System.nanoTime() - until < 0) {
                consumer.poll(Duration.ofMillis(100));
            }

            assertThat(givenUp).isCompletedWithValueMatching(asked -> asked > 0);
        }
    }

    /** Number of bytes that the client sent before it closed the connection. */
    private static int untilGivenUp(ServerSocket server) {
        try (Socket socket = server.accept();
                InputStream in = socket.getInputStream()) {
            return in.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
