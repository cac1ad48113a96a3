package com.fusioncommerce.api.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.problem.ProblemException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget bytes = new ByteBudget(100);

    @Test
    void all_together_hold_no_more_than_the_bound() {
        bytes.take(Holder.of("a"), 50);
        bytes.take(Holder.of("b"), 30);

        refused(() -> bytes.take(Holder.of("c"), 21));
        bytes.take(Holder.of("c"), 20);
        assertThat(bytes.held()).isEqualTo(100);
    }

    @Test
    void one_tenant_holds_half_of_it() {
        bytes.take(Holder.of("a"), 30);

        refused(() -> bytes.take(Holder.of("a"), 21));
        bytes.take(Holder.of("a"), 20);
        bytes.take(Holder.of("b"), 50);
    }

    @Test
    void one_shopper_holds_a_share_of_the_tenants_or_one_thing_of_any_size() {
        Holder anna = new Holder("a", "anna");
        bytes.take(anna, 6);
        refused(() -> bytes.take(anna, 1));
        bytes.take(new Holder("a", "berta"), 6);
        bytes.free(anna, 6);

        ByteBudget.Share large = bytes.share(anna);
        large.take(10);
        large.take(20);
        refused(() -> bytes.share(anna).take(1));
        refused(() -> large.take(20));
        large.close();

        bytes.take(Holder.of("a"), 44);
        refused(() -> bytes.take(anna, 1));
        assertThat(bytes.held()).isEqualTo(50);
    }

    @Test
    void what_was_refused_or_is_over_holds_nothing() {
        bytes.take(Holder.of("a"), 40);
        refused(() -> bytes.take(Holder.of("a"), 40));
        bytes.free(Holder.of("a"), 40);

        bytes.take(Holder.of("a"), 50);
        assertThat(bytes.held()).isEqualTo(50);
    }

    @Test
    void what_is_larger_than_the_bound_goes_alone() {
        bytes.take(Holder.of("a"), 500);

        refused(() -> bytes.take(Holder.of("b"), 1));
        refused(() -> bytes.take(Holder.of("a"), 1));
    }

    @Test
    void a_share_gives_back_all_that_it_took_and_takes_no_more() {
        ByteBudget.Share share = bytes.share(Holder.of("a"));
        share.take(20);
        share.take(20);
        refused(() -> share.take(20));

        share.close();
        share.close();

        assertThat(bytes.held()).isZero();
        assertThatThrownBy(() -> share.take(1)).isInstanceOf(IllegalStateException.class);
        assertThat(bytes.held()).isZero();
    }

    @Test
    void a_refusal_is_found_behind_other_failures() {
        bytes.take(Holder.of("a"), 500);
        try {
            bytes.take(Holder.of("b"), 1);
        } catch (ProblemException e) {
            assertThat(ByteBudget.refusal(new CompletionException(new IllegalStateException(e))))
                    .contains(e);
        }
        assertThat(ByteBudget.refusal(new IllegalStateException())).isEmpty();
        assertThat(ByteBudget.refusal(null)).isEmpty();
    }

    private static void refused(Runnable taking) {
        assertThatThrownBy(taking::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().headers())
                .containsKey("Retry-After"));
    }
}
