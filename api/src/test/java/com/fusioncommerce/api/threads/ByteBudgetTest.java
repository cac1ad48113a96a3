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
        bytes.take("a", 50);
        bytes.take("b", 30);

        refused(() -> bytes.take("c", 21));
        bytes.take("c", 20);
        assertThat(bytes.held()).isEqualTo(100);
    }

    @Test
    void one_tenant_holds_half_of_it() {
        bytes.take("a", 30);

        refused(() -> bytes.take("a", 21));
        bytes.take("a", 20);
        bytes.take("b", 50);
    }

    @Test
    void what_was_refused_or_is_over_holds_nothing() {
        bytes.take("a", 40);
        refused(() -> bytes.take("a", 40));
        bytes.free("a", 40);

        bytes.take("a", 50);
        assertThat(bytes.held()).isEqualTo(50);
    }

    @Test
    void what_is_larger_than_the_bound_goes_alone() {
        bytes.take("a", 500);

        refused(() -> bytes.take("b", 1));
        refused(() -> bytes.take("a", 1));
    }

    @Test
    void a_share_gives_back_all_that_it_took_and_takes_no_more() {
        ByteBudget.Share share = bytes.share("a");
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
        bytes.take("a", 500);
        try {
            bytes.take("b", 1);
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
