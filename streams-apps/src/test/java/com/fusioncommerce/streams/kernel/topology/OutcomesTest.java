package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.AvroSerde;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final long NOW = Duration.ofDays(1_000).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int ALL = 1_000;

    private KeyValueStore<String, CommandOutcome> store;

    @BeforeEach
    void open() {
        store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("outcomes"),
                        Serdes.String(),
                        AvroSerde.state(CommerceDriver.CODEC, CommandOutcome.class))
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
    }

    @Test
    void has_what_was_put() {
        Outcomes outcomes = new Outcomes(store, KEPT);
        outcomes.put("acme", outcome("one", NOW));

        assertThat(outcomes.get("acme", "one").getCommandId()).isEqualTo("one");
        assertThat(outcomes.get("acme", "two")).isNull();
        assertThat(outcomes.get("other", "one")).isNull();
    }

    @Test
    void has_what_was_there_when_it_was_opened_before_and_after_each_round() {
        Outcomes before = new Outcomes(store, KEPT);
        List<String> ids = IntStream.range(0, 30).mapToObj(n -> "c" + n).toList();
        ids.forEach(id -> before.put("acme", outcome(id, NOW)));

        Outcomes opened = new Outcomes(store, KEPT);
        for (int slice = 0; slice < 12; slice++) {
            assertThat(ids).allMatch(id -> opened.get("acme", id) != null);
            opened.put("acme", outcome("late" + slice, NOW));
            opened.purge(NOW, 7);
        }
        assertThat(IntStream.range(0, 12).mapToObj(slice -> "late" + slice))
                .allMatch(id -> opened.get("acme", id) != null);
        assertThat(opened.get("acme", "never")).isNull();
    }

    @Test
    void forgets_what_is_too_old_once_it_is_an_hour_too_old() {
        Outcomes outcomes = new Outcomes(store, KEPT);
        outcomes.purge(NOW, ALL);
        outcomes.put("acme", outcome("old", NOW));
        outcomes.put("acme", outcome("young", NOW + 2 * HOUR));

        outcomes.purge(NOW + KEPT.toMillis() + HOUR, ALL);
        assertThat(outcomes.get("acme", "old")).isNotNull();
        outcomes.purge(NOW + KEPT.toMillis() + HOUR + 1, ALL);

        assertThat(outcomes.get("acme", "old")).isNull();
        assertThat(outcomes.get("acme", "young")).isNotNull();
        outcomes.purge(NOW + KEPT.toMillis() + 3 * HOUR + 1, ALL);
        assertThat(outcomes.get("acme", "young")).isNull();
    }

    @Test
    void what_is_put_before_a_round_has_passed_it_is_not_forgotten_for_ever() {
        Outcomes before = new Outcomes(store, KEPT);
        before.put("acme", outcome("m", NOW + 2 * HOUR));
        before.put("acme", outcome("n", NOW + 2 * HOUR));
        Outcomes outcomes = new Outcomes(store, KEPT);
        outcomes.purge(NOW, 1);
        outcomes.put("acme", outcome("a", NOW - HOUR));
        outcomes.purge(NOW, ALL);

        outcomes.purge(NOW + KEPT.toMillis() + 1, ALL);

        assertThat(outcomes.get("acme", "a")).isNull();
        assertThat(outcomes.get("acme", "m")).isNotNull();
    }

    private static CommandOutcome outcome(String id, long decidedAt) {
        return new CommandOutcome(
                id,
                "orders",
                "acme/main~1",
                OutcomeStatus.ACCEPTED,
                "",
                "",
                Map.of(),
                List.of(),
                0L,
                -1,
                0,
                0L,
                decidedAt,
                null,
                null,
                "",
                null,
                null);
    }
}
