package com.fusioncommerce.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterBoxTest {
    private static final Topic COMMANDS = Topics.commands("orders");
    private static final Topic EVENTS = Topics.events("orders");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedKafka kafka;
    private DeadLetterBox box;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
    }

    @BeforeEach
    void open() {
        box = new DeadLetterBox(kafka.bootstrapServers());
    }

    @AfterEach
    void close() {
        box.close();
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.close();
    }

    private static Patience patience() {
        return Patience.of(PATIENCE);
    }

    /** Writes a dead letter as the kernel does, and returns its id. */
    private static DeadLetterId putAside(Topic topic, String key, String id) throws Exception {
        Headers headers = CommerceDriver.headers(key, id);
        headers.add(MessageHeaders.TYPE, "PlaceOrder".getBytes(UTF_8));
        headers.add(MessageHeaders.REPLY_PARTITION, "3".getBytes(UTF_8));
        headers.add(DeadLetters.REASON, "below zero".getBytes(UTF_8));
        headers.add(DeadLetters.APPLICATION, "commerce".getBytes(UTF_8));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long offset = producer.send(new ProducerRecord<>(
                            topic.deadLetters(), 0, key.getBytes(UTF_8), id.getBytes(UTF_8), headers))
                    .get()
                    .offset();
            return new DeadLetterId(topic, offset);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> committed(String key, String id) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        TopicPartition partition = new TopicPartition(COMMANDS.name(), COMMANDS.partitionOf(key));
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (MessageHeaders.text(record.headers(), MessageHeaders.ID, "")
                            .equals(id)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static void retryAlone(DeadLetterId id) {
        try (DeadLetterBox own = new DeadLetterBox(kafka.bootstrapServers())) {
            own.retry(id, letter -> true, patience());
        }
    }

    private DeadLetter listed(DeadLetterId id) {
        return box.list(List.of(id.topic()), letter -> letter.id().equals(id), 10, patience()).stream()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_put_aside_is_listed_the_newest_first_and_as_many_as_wanted() throws Exception {
        for (int n = 0; n < 5; n++) {
            putAside(COMMANDS, "list/main~1", "list" + n);
        }
        putAside(COMMANDS, "other/main~1", "other");

        List<DeadLetter> newest =
                box.list(List.of(COMMANDS, EVENTS), letter -> letter.tenant().equals("list"), 3, patience());

        assertThat(newest).extracting(DeadLetter::messageId).containsExactlyInAnyOrder("list2", "list3", "list4");
        assertThat(newest.get(0).reason()).isEqualTo("below zero");
        assertThat(newest.get(0).type()).isEqualTo("PlaceOrder");
        assertThat(newest.get(0).isRetried()).isFalse();
    }

    @Test
    void a_command_is_sent_again_once_as_it_was() throws Exception {
        DeadLetterId id = putAside(COMMANDS, "acme/main~7", "once");

        box.retry(id, letter -> true, patience());

        assertThat(listed(id).isRetried()).isTrue();
        assertThatThrownBy(() -> box.retry(id, letter -> true, patience()))
                .isInstanceOf(NotRetriedException.class)
                .hasMessageContaining("sent again before");
        assertThat(committed("acme/main~7", "once")).singleElement().satisfies(record -> {
            assertThat(new String(record.value(), UTF_8)).isEqualTo("once");
            assertThat(new String(record.key(), UTF_8)).isEqualTo("acme/main~7");
            assertThat(MessageHeaders.text(record.headers(), MessageHeaders.TENANT, null))
                    .isEqualTo("acme");
            assertThat(record.headers().lastHeader(DeadLetters.REASON)).isNull();
            assertThat(record.headers().lastHeader(MessageHeaders.REPLY_PARTITION))
                    .isNull();
        });
        assertThat(box.find(id, patience())).hasValueSatisfying(found -> {
            assertThat(found.letter().isRetried()).isTrue();
            assertThat(new String(found.record().value(), UTF_8)).isEqualTo("once");
        });
    }

    @Test
    void those_that_are_open_are_found_behind_any_number_that_were_sent_again() throws Exception {
        DeadLetterId open = putAside(COMMANDS, "open/main~1", "open");
        for (int n = 0; n < 3; n++) {
            box.retry(putAside(COMMANDS, "open/main~1", "sent" + n), letter -> true, patience());
        }

        List<DeadLetter> found = box.list(
                List.of(COMMANDS), letter -> letter.tenant().equals("open") && !letter.isRetried(), 1, patience());

        assertThat(found).extracting(DeadLetter::id).containsExactly(open);
    }

    @Test
    void one_producer_sends_any_number_of_them() throws Exception {
        box.retry(putAside(COMMANDS, "acme/main~5", "first"), letter -> true, patience());
        Set<Long> before = senders();

        box.retry(putAside(COMMANDS, "acme/main~5", "second"), letter -> true, patience());

        assertThat(senders()).hasSize(1).isEqualTo(before);
    }

    /** The threads of the producers that send dead letters again: each producer has one of its own. */
    private static Set<Long> senders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("fusion-dead-letters"))
                .map(Thread::getId)
                .collect(Collectors.toSet());
    }

    @Test
    void many_at_once_send_it_again_once() throws Exception {
        DeadLetterId id = putAside(COMMANDS, "acme/main~8", "race");

        List<CompletableFuture<Void>> tries = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.runAsync(() -> retryAlone(id)))
                .toList();
        tries.forEach(one -> assertThat(one)
                .satisfiesAnyOf(
                        done -> assertThat(done).succeedsWithin(PATIENCE), done -> assertThatThrownBy(done::join)
                                .isInstanceOf(CompletionException.class)
                                .hasCauseInstanceOf(NotRetriedException.class)));
        // If both fenced each other, the next retry sends the command.
        try {
            retryAlone(id);
        } catch (NotRetriedException e) {
            assertThat(e).hasMessageContaining("sent again before");
        }

        assertThat(committed("acme/main~8", "race")).hasSize(1);
    }

    @Test
    void an_event_is_not_put_into_its_log_twice() throws Exception {
        DeadLetterId id = putAside(EVENTS, "acme/main~1", "event");

        assertThatThrownBy(() -> box.retry(id, letter -> true, patience()))
                .isInstanceOf(NotRetriedException.class)
                .hasMessageContaining("stands in its log already");
    }

    @Test
    void what_is_not_there_or_not_theirs_is_not_sent() throws Exception {
        DeadLetterId id = putAside(COMMANDS, "acme/main~9", "theirs");

        assertThatThrownBy(() -> box.retry(id, letter -> letter.tenant().equals("other"), patience()))
                .hasMessageContaining("there is no dead letter orders.commands@" + id.offset());
        assertThatThrownBy(() -> box.retry(new DeadLetterId(COMMANDS, 1_000_000), letter -> true, patience()))
                .isInstanceOf(NotRetriedException.class);
        assertThat(committed("acme/main~9", "theirs")).isEmpty();
        assertThatThrownBy(() -> DeadLetterId.parse("orders.commands")).hasMessageContaining("topic@offset");
        assertThatThrownBy(() -> DeadLetterId.parse("weather@1")).hasMessageContaining("weather");
        assertThat(DeadLetterId.parse(id.toString())).isEqualTo(id);
    }
}
