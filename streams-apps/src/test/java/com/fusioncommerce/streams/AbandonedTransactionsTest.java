package com.fusioncommerce.streams;

import static com.fusioncommerce.streams.CommerceOnKafka.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the abort of dead instances' transactions, on a real broker. */
class AbandonedTransactionsTest {
    @RegisterExtension
    private static final CommerceOnKafka COMMERCE = new CommerceOnKafka();

    /** A producer with a record in an open transaction. */
    private static KafkaProducer<byte[], byte[]> writing(String transactionalId) {
        KafkaProducer<byte[], byte[]> writing = new KafkaProducer<>(
                Map.of("bootstrap.servers", COMMERCE.bootstrapServers(), "transactional.id", transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        writing.initTransactions();
        writing.beginTransaction();
        Future<RecordMetadata> sent = writing.send(
                new ProducerRecord<>(DeadLetters.of(Topics.commands("orders").name()), 0, new byte[0], new byte[0]));
        writing.flush();
        assertThat(sent).isDone();
        return writing;
    }

    private static Set<String> open(Admin admin) throws Exception {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
    }

    @Test
    void what_an_instance_that_is_gone_left_open_is_aborted_and_nothing_else() throws Exception {
        Admin admin = Admin.create(Map.of("bootstrap.servers", COMMERCE.bootstrapServers()));
        String own;
        try (CommerceApplication before = COMMERCE.application("abandoned", "abandoned", 5)) {
            eventually(() -> before.isRunning() ? true : null);
            own = CommerceApplication.instance(before.streams()) + "-9";
        }
        String gone = "abandoned-" + UUID.randomUUID() + "-1";
        String stranger = "abandoned-by-nobody-" + UUID.randomUUID() + "-1";
        try (admin;
                KafkaProducer<byte[], byte[]> ofOwn = writing(own);
                KafkaProducer<byte[], byte[]> ofGone = writing(gone);
                KafkaProducer<byte[], byte[]> ofStranger = writing(stranger)) {
            assertThat(open(admin)).contains(own, gone, stranger);

            try (CommerceApplication after = COMMERCE.application("abandoned", "abandoned", 5)) {
                assertThat(open(admin)).doesNotContain(own);
                eventually(() -> (after.isRunning() && !open(admin).contains(gone)) ? true : null);

                KafkaProducer<byte[], byte[]> ofLiving = writing(CommerceApplication.instance(after.streams()) + "-9");
                String later = "abandoned-" + UUID.randomUUID() + "-1";
                KafkaProducer<byte[], byte[]> ofLater = writing(later);
                try (ofLiving;
                        ofLater) {
                    eventually(() -> !open(admin).contains(later) ? true : null);
                    ofLiving.commitTransaction();
                    ofStranger.commitTransaction();
                    for (KafkaProducer<byte[], byte[]> ended : List.of(ofOwn, ofGone, ofLater)) {
                        assertThatThrownBy(ended::commitTransaction).isInstanceOf(ApiException.class);
                    }
                }
            }
        }
    }
}
