package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.inventory.SetStock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** Only a defective message becomes a dead letter; a failure of Kafka or the registry makes none. */
class ProcessingFailureTest {
    private static final SetStock MESSAGE = new SetStock("main", "MUG", 1L);

    @Test
    void a_registry_that_does_not_answer_is_no_defect_of_the_message() {
        assertNotOfTheMessage(new UncheckedIOException("schema registry did not answer", new IOException("refused")));
    }

    @Test
    void trouble_with_kafka_is_no_defect_of_the_message() {
        assertNotOfTheMessage(new KafkaException("no leader"));
    }

    @Test
    void what_cannot_be_encoded_or_decided_is_one() {
        assertThat(failure(new SerializationException("no such field"))).isInstanceOf(DeciderFailedException.class);
        assertThat(failure(new IllegalStateException("a decider's mistake")))
                .isInstanceOf(DeciderFailedException.class);
    }

    private static void assertNotOfTheMessage(RuntimeException trouble) {
        assertThat(failure(trouble)).isSameAs(trouble);
    }

    private static RuntimeException failure(RuntimeException trouble) {
        return Cascades.failure(trouble, MESSAGE, Optional.empty());
    }
}
