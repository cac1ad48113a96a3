package com.fusioncommerce.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.schemas.SchemaRegistryException;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.UnavailableException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * All dead letters of the platform. A command is sent again at most once: in one transaction with a note among the dead
 * letters that says so. Events are not: they stand in their log already, and a second one would be counted twice by
 * everybody else who reads it. One consumer reads, and one producer sends, whatever the number of topics and letters. For
 * one thread at a time.
 */
public final class DeadLetterBox implements AutoCloseable {
    private static final String TRANSACTIONS = "fusion-dead-letters";
    private static final String PREFIX = "deadletter_";
    private static final Comparator<DeadLetter> NEWEST_FIRST = Comparator.comparing(DeadLetter::place);

    private final String bootstrapServers;
    private final DeadLetterReader reader;

    /** Made for the first command that is sent; null before, and after one that failed. */
    private KafkaProducer<byte[], byte[]> producer;

    /** The dead letters on these brokers. */
    public DeadLetterBox(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.reader = new DeadLetterReader(bootstrapServers);
    }

    /**
     * The newest dead letters, the newest first.
     *
     * @param topics the topics that they came from
     * @param wanted which of them; it is asked about letters of which it is known whether they were sent again
     * @param most how many at most
     * @param patience how long it may take
     * @throws UnavailableException if the brokers do not give them in time
     */
    public List<DeadLetter> list(List<Topic> topics, Predicate<DeadLetter> wanted, int most, Patience patience) {
        Map<Topic, Long> ends = reader.ends(topics);
        // A note lies behind the letter that it is about. Reading twice takes memory for those that are wanted only.
        Set<DeadLetterId> retried = new HashSet<>();
        reader.read(0, ends, patience, (topic, record) -> note(record)
                .ifPresent(offset -> retried.add(new DeadLetterId(topic, offset))));
        PriorityQueue<DeadLetter> newest = new PriorityQueue<>(NEWEST_FIRST.reversed());
        reader.read(0, ends, patience, (topic, record) -> {
            if (note(record).isPresent()) {
                return;
            }
            DeadLetterId id = new DeadLetterId(topic, record.offset());
            DeadLetter letter = DeadLetter.of(id, record);
            DeadLetter known = retried.contains(id) ? letter.retried() : letter;
            if (wanted.test(known)) {
                newest.add(known);
            }
            if (newest.size() > most) {
                newest.remove();
            }
        });
        return newest.stream().sorted(NEWEST_FIRST).toList();
    }

    /**
     * A dead letter with the bytes of its value, or nothing if there is none.
     *
     * @throws UnavailableException if the brokers do not give it in time
     */
    public Optional<Found> find(DeadLetterId id, Patience patience) {
        Finding finding = new Finding(id);
        reader.read(id.offset(), reader.ends(List.of(id.topic())), patience, (topic, record) -> finding.accept(record));
        return finding.found();
    }

    /**
     * A dead letter as it lies there.
     *
     * @param letter what is known of it
     * @param record its key and value as they came; headers as it had them, and those that say why it lies there
     */
    public record Found(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        private static final int MOST_BYTES = 512;

        /** What it says, for a person; where that cannot be read, its first bytes. */
        public String text(AvroCodec codec) {
            byte[] value = record.value();
            if (value == null) {
                return "none";
            }
            try {
                return codec.decode(value).toString();
            } catch (SerializationException | SchemaRegistryException e) {
                String bytes = HexFormat.of().formatHex(Arrays.copyOf(value, Math.min(value.length, MOST_BYTES)));
                return value.length + " bytes that cannot be read: " + bytes + (value.length > MOST_BYTES ? "…" : "");
            }
        }
    }

    private static final class Finding implements Consumer<ConsumerRecord<byte[], byte[]>> {
        private final DeadLetterId id;
        private ConsumerRecord<byte[], byte[]> record;
        private boolean isRetried;

        Finding(DeadLetterId id) {
            this.id = id;
        }

        @Override
        public void accept(ConsumerRecord<byte[], byte[]> next) {
            Optional<Long> note = note(next);
            if (note.isPresent()) {
                isRetried |= note.get() == id.offset();
            } else if (next.offset() == id.offset()) {
                record = next;
            }
        }

        Optional<Found> found() {
            if (record == null) {
                return Optional.empty();
            }
            DeadLetter letter = DeadLetter.of(id, record);
            return Optional.of(new Found(isRetried ? letter.retried() : letter, record));
        }
    }

    /**
     * Sends a command again.
     *
     * @throws NotRetriedException if there is no such dead letter of {@code wanted}, it was sent again before, it is an
     *     event, or somebody else is sending dead letters again at this moment
     * @throws UnavailableException if the brokers do not answer in time
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The commit throws what a send failed with.
    public void retry(DeadLetterId id, Predicate<DeadLetter> wanted, Patience patience) {
        if (id.topic().kind() != Topic.Kind.COMMAND) {
            throw new NotRetriedException(
                    id + " is no command. An event stands in its log already: sent again, it would "
                            + "happen twice to everybody else who reads it");
        }
        try {
            // Fences whoever else is at it: from here on no note is written but ours, or our transaction fails.
            open();
            Found found = find(id, patience)
                    .filter(one -> wanted.test(one.letter()))
                    .orElseThrow(() -> new NotRetriedException("there is no dead letter " + id));
            if (found.letter().isRetried()) {
                throw new NotRetriedException(id + " was sent again before");
            }
            if (found.record().key() == null) {
                throw new NotRetriedException(id + " has no key, so that nobody could take it");
            }
            producer.beginTransaction();
            producer.send(again(id, found));
            producer.send(new ProducerRecord<>(id.topic().deadLetters(), 0, null, null, null, noteOf(id)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            // The next one begins with a producer of its own: this one may be fenced, or in a transaction that failed.
            closeProducer();
            throw new NotRetriedException(id + " was not sent again: " + e.getMessage(), e);
        }
    }

    private static ProducerRecord<byte[], byte[]> again(DeadLetterId id, Found found) {
        Headers headers = new RecordHeaders();
        for (Header header : found.record().headers()) {
            // Whoever waited for it has long been told that it failed.
            if (!header.key().startsWith(PREFIX) && !header.key().equals(MessageHeaders.REPLY_PARTITION)) {
                headers.add(header);
            }
        }
        int partition = Partitions.of(found.letter().key(), id.topic().partitions());
        return new ProducerRecord<>(
                id.topic().name(),
                partition,
                null,
                found.record().key(),
                found.record().value(),
                headers);
    }

    private static Headers noteOf(DeadLetterId id) {
        return new RecordHeaders()
                .add(DeadLetters.RETRIED, Long.toString(id.offset()).getBytes(UTF_8));
    }

    /** The offset of the dead letter that a note says was sent again; empty if the record is no note. */
    private static Optional<Long> note(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(MessageHeaders.text(record.headers(), DeadLetters.RETRIED, null))
                .map(Long::parseLong);
    }

    private void open() {
        if (producer != null) {
            return;
        }
        Map<String, Object> config = new HashMap<>(KafkaClients.patience());
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, KafkaClients.ANSWER.toMillis() * 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) KafkaClients.ANSWER.toMillis() * 2);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(KafkaClients.ANSWER);
            producer = null;
        }
    }

    @Override
    public void close() {
        closeProducer();
        reader.close();
    }
}
