package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    @Property(tries = 200)
    void what_was_added_is_never_denied(@ForAll List<String> keys) {
        SeenKeys seen = new SeenKeys(64);
        keys.forEach(seen::add);

        assertThat(keys).allMatch(seen::mayHave);
    }

    @Test
    void what_was_not_added_is_denied_nearly_always() {
        SeenKeys seen = new SeenKeys(1 << 17);
        IntStream.range(0, 10_000).forEach(n -> seen.add("acme/" + new UUID(n, n)));

        long wrong = IntStream.range(10_000, 110_000)
                .filter(n -> seen.mayHave("acme/" + new UUID(n, n)))
                .count();

        // 13 bits a key and 4 hashes: (1 - e^(-4/13))^4 = 0.5 %.
        assertThat(wrong).isLessThan(1_000);
    }
}
