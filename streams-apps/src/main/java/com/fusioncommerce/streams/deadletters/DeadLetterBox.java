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
 * Lists the platform's dead letters and sends their commands again. A command is sent again at most once, in one
 * transaction with a retry note in the dead-letter topic. Events are not sent again: they are in their topic already,
 * and other consumers would count a second one twice. One consumer and one producer serve all topics. Not thread-safe.
 */
public final class DeadLetterBox implements AutoCloseable {
    private static final String TRANSACTIONS = "fusion-dead-letters";
    private static final String PREFIX = "deadletter_";
    private static final Comparator<DeadLetter> NEWEST_FIRST = Comparator.comparing(DeadLetter::place);

    private final String bootstrapServers;
    private final DeadLetterReader reader;

    /** Producer of retries, opened with the first one; null before, and after a failed one. */
    private KafkaProducer<byte[], byte[]> producer;

    /** The dead letters on these brokers. */
    public DeadLetterBox(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.reader = new DeadLetterReader(bootstrapServers);
    }

    /**
     * The newest dead letters, the newest first.
     *
     * @param topics their original topics
     * @param wanted filter, which sees whether a dead letter was sent again
     * @param most maximum number
     * @param patience time limit
     * @throws UnavailableException if the brokers do not answer in time
     */
    public List<DeadLetter> list(List<Topic> topics, Predicate<DeadLetter> wanted, int most, Patience patience) {
        Map<Topic, Long> ends = reader.ends(topics);
        // A retry note follows its dead letter. With a first pass for the notes, only wanted dead letters are held in
        // memory.
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
     * A dead letter with the bytes of its value; empty if it does not exist.
     *
     * @throws UnavailableException if the brokers do not answer in time
     */
    public Optional<Found> find(DeadLetterId id, Patience patience) {
        Finding finding = new Finding(id);
        reader.read(id.offset(), reader.ends(List.of(id.topic())), patience, (topic, record) -> finding.accept(record));
        return finding.found();
    }

    /**
     * A dead letter with its record.
     *
     * @param letter its metadata
     * @param record the original key, value and headers, and the headers of {@link DeadLetters}
     */
    public record Found(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        private static final int MOST_BYTES = 512;

        /** The decoded value as text for a person; its first bytes where it cannot be decoded. */
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
     * @throws NotRetriedException if {@code wanted} accepts no such dead letter, it was sent again before, it has no
     *     key, it is an event, or another process retries dead letters at this moment
     * @throws UnavailableException if the brokers do not answer in time
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The commit throws the exception of a failed send.
    public void retry(DeadLetterId id, Predicate<DeadLetter> wanted, Patience patience) {
        if (id.topic().kind() != Topic.Kind.COMMAND) {
            throw new NotRetriedException(
                    id + " is no command. An event stands in its log already: sent again, it would "
                            + "happen twice to everybody else who reads it");
        }
        try {
            // Fences all other producers of retries: from here on no other one writes a note, or this transaction
            // fails.
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
            // The next retry opens a new producer: this one may be fenced, or in a failed transaction.
            closeProducer();
            throw new NotRetriedException(id + " was not sent again: " + e.getMessage(), e);
        }
    }

    private static ProducerRecord<byte[], byte[]> again(DeadLetterId id, Found found) {
        Headers headers = new RecordHeaders();
        for (Header header : found.record().headers()) {
            // No reply: the waiting caller was told long ago that the command failed.
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
