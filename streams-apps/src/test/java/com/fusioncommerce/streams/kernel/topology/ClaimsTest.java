package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.AvroSerde;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final KernelConfig CONFIG = KernelConfig.defaults("commerce");
    private static final long NOW = Duration.ofDays(1_000).toMillis();

    private final KeyValueStore<String, Claim> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("claims"),
                    Serdes.String(),
                    AvroSerde.state(CommerceDriver.CODEC, Claim.class))
            .withLoggingDisabled()
            .build();

    /** A command's status is found by its claim, until its outcome is deleted. */
    @Test
    void a_claim_that_has_run_out_lies_there_for_as_long_as_outcomes_do() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        Claims claims = new Claims(store, CONFIG.keysKept(), CONFIG.outcomesKept());
        claims.put("k", new Claim("c1", "acme/main~1", ByteBuffer.allocate(16), NOW, null));
        long runsOut = NOW + CONFIG.keysKept().toMillis();
        long unknown = NOW + CONFIG.outcomesKept().toMillis();

        claims.purge(unknown, 10);

        assertThat(claims.get("k", runsOut - 1)).isNotNull();
        assertThat(claims.get("k", runsOut)).isNull();
        assertThat(store.get("k")).isNotNull();
        claims.purge(NOW + 2 * CONFIG.outcomesKept().toMillis(), 10);
        assertThat(store.get("k")).isNull();
    }
}
