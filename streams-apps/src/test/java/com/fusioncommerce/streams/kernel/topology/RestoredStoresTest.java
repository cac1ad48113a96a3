package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Key;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests small stores that another version, or a process with other domains, has written. */
class RestoredStoresTest {
    private final Group group =
            CommerceGroups.of(OrderRules.defaults(), Set.of("inventory")).get(0);
    private final Domain inventory = group.domains().get(0);
    private final Writes writes = new Writes();
    private KeyValueStore<String, byte[]> store;

    @BeforeEach
    void open() {
        store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("small"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
    }

    @Test
    void an_answer_that_the_version_before_let_wait_is_given_and_forgotten() {
        Cascade.Target target = new Cascade.Target(inventory, Key.parse("acme/main~MUG"));
        CommandOutcome old = CommandOutcome.newBuilder(
                        OutcomeReplies.seen("c1", target.key().toString(), 1L))
                .setDomain("inventory")
                .setStatus(OutcomeStatus.PENDING)
                .build();
        store.put("inventory|acme/main~MUG", CommerceDriver.CODEC.encode(Topic.STORES, old));
        PendingAnswers pending = new PendingAnswers(
                new EncodingStore<>(store, CommandOutcome.class, CommerceDriver.CODEC, writes), writes);

        pending.put(target, old);
        writes.apply();
        assertThat(pending.get(target)).containsExactly(old);
        pending.remove(target);
        writes.apply();

        assertThat(pending.get(target)).isEmpty();
        assertThat(store.all().hasNext()).isFalse();
    }

    @Test
    void a_deadline_of_a_domain_that_does_not_run_here_waits_and_stops_no_other() {
        byte[] command =
                CommerceDriver.CODEC.encode(Topics.commands("inventory").name(), new SetStock("main", "MUG", 1L));
        store.put("1700000000000|orders|acme/main~1", command);
        store.put("1700000000001|inventory|acme/main~MUG", command);
        store.put("nonsense", command);
        Deadlines deadlines = new Deadlines(store, group, CommerceDriver.CODEC, writes);

        List<Deadlines.Due> due = deadlines.due(1_700_000_000_002L, 10);
        assertThat(due).extracting("key").containsExactly("1700000000001|inventory|acme/main~MUG");
        deadlines.clear(due.get(0).target());
        writes.apply();

        assertThat(deadlines.isEmpty()).isTrue();
        assertThat(store.get("1700000000000|orders|acme/main~1")).isEqualTo(command);
    }
}
