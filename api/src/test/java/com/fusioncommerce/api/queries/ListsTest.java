package com.fusioncommerce.api.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.streams.query.HostAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListsTest {
    private final ByteBudget budget = new ByteBudget(100);
    private final ByteBudget.Share share = budget.share(Holder.of("acme"));
    private final List<String> done = new ArrayList<>();

    @Test
    void the_others_are_asked_before_this_instance_goes_through_its_own_part() {
        CompletableFuture<List<Slice>> all = Lists.all(share, hosts(), this::ask, () -> {
            done.add("own");
            return Slice.NOTHING;
        });

        assertThat(done).containsExactly("a:1", "b:1", "own");
        assertThat(all.join()).hasSize(3);
        assertThat(budget.held()).isZero();
    }

    @Test
    void what_the_others_answer_is_held_no_longer_if_the_own_part_fails() {
        assertThatThrownBy(() -> Lists.all(share, hosts(), this::ask, () -> {
                    throw new IllegalStateException("a defect");
                }))
                .hasMessage("a defect");

        assertThat(budget.held()).isZero();
        assertThatThrownBy(() -> share.take(1)).hasMessageContaining("nobody waits");
    }

    private CompletableFuture<Slice> ask(HostAddress host) {
        done.add(host.toString());
        share.take(10);
        return CompletableFuture.completedFuture(Slice.NOTHING);
    }

    private static Stream<HostAddress> hosts() {
        return Stream.of(new HostAddress("a", 1), new HostAddress("b", 1));
    }
}
