package com.fusioncommerce.trials.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.bench.profile.Attribution.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
    @Test
    void each_stack_counts_once_for_the_first_part_that_fits() {
        Attribution attribution = Attribution.of(List.of(
                "[C2 CompilerThre tid=7];start_thread;C2Compiler::compile_method 6",
                "[commerce-StreamThread-1 tid=8];com/fusioncommerce/streams/kernel/topology/GroupProcessor.process;"
                        + "org/apache/kafka/streams/state/internals/RocksDBStore.put;org/rocksdb/RocksDB.put 2",
                "[commerce-StreamThread-1 tid=8];com/fusioncommerce/streams/kernel/topology/GroupProcessor.process;"
                        + "org/rocksdb/RocksDB.put 1",
                "[main tid=9];java/lang/Thread.run 1"));

        assertThat(attribution.shares())
                .containsExactly(
                        new Share("compiling Java (JIT)", 0.6),
                        new Share("RocksDB: writing", 0.3),
                        new Share("the rest", 0.1));
    }

    @Test
    void nothing_seen_is_nothing() {
        assertThat(Attribution.of(List.of()).shares()).isEmpty();
    }
}
