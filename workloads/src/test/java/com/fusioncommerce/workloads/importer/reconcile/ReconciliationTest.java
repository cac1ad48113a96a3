package com.fusioncommerce.workloads.importer.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    @Test
    void witnesses_that_count_the_same_agree() {
        assertThat(new Reconciliation(count("file", 3), List.of(count("state", 3), count("druid", 3))).differences())
                .isEmpty();
    }

    @Test
    void a_difference_names_the_witness_and_both_counts() {
        assertThat(new Reconciliation(count("file", 3), List.of(count("state", 3), count("druid", 2))).differences())
                .containsExactly(new Difference(
                        Dimension.COUNTRY,
                        "France",
                        Measure.ORDERS,
                        "druid",
                        BigInteger.valueOf(3),
                        BigInteger.valueOf(2)));
    }

    @Test
    void what_one_has_and_another_lacks_is_a_difference_either_way() {
        Count file = count("file", 3);
        Count state = count("state", 3);
        file.add(Dimension.COUNTRY, "Spain", Measure.ORDERS, 1);
        state.add(Dimension.COUNTRY, "Italy", Measure.ORDERS, 1);

        assertThat(new Reconciliation(file, List.of(state)).differences())
                .containsExactly(
                        new Difference(
                                Dimension.COUNTRY,
                                "Italy",
                                Measure.ORDERS,
                                "state",
                                BigInteger.valueOf(0),
                                BigInteger.valueOf(1)),
                        new Difference(
                                Dimension.COUNTRY,
                                "Spain",
                                Measure.ORDERS,
                                "state",
                                BigInteger.valueOf(1),
                                BigInteger.valueOf(0)));
    }

    @Test
    void a_witness_is_not_held_to_what_it_does_not_count_but_to_what_it_counts_none_of() {
        Count silent = new Count("silent").counting(Dimension.MONTH, Measure.ORDERS);
        Count empty = new Count("empty").counting(Dimension.COUNTRY, Measure.ORDERS);

        assertThat(new Reconciliation(count("file", 3), List.of(silent, empty)).differences())
                .extracting(Difference::witness)
                .containsExactly("empty");
    }

    @Test
    void counts_of_more_than_64_bits_are_held_against_each_other_to_the_last_digit() {
        Count file = count("file", Long.MAX_VALUE);
        Count druid = count("druid", Long.MAX_VALUE);
        file.add(Dimension.COUNTRY, "France", Measure.ORDERS, Long.MAX_VALUE);
        druid.add(Dimension.COUNTRY, "France", Measure.ORDERS, Long.MAX_VALUE - 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThat(Report.print(new Reconciliation(file, List.of(druid)), new PrintStream(bytes, true, UTF_8)))
                .isFalse();

        assertThat(bytes.toString(UTF_8))
                .contains("file counts 18,446,744,073,709,551,614 orders, druid 18,446,744,073,709,551,613");
    }

    @Test
    void the_report_shows_totals_and_differences_and_says_whether_all_agree() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);

        assertThat(Report.print(new Reconciliation(count("file", 3), List.of(count("druid", 3))), out))
                .isTrue();
        assertThat(Report.print(new Reconciliation(count("file", 3), List.of(count("druid", 2))), out))
                .isFalse();

        assertThat(bytes.toString(UTF_8))
                .contains("country (1)")
                .contains("none")
                .contains("country France: file counts 3 orders, druid 2");
    }

    private static Count count(String witness, long orders) {
        Count count = new Count(witness);
        count.add(Dimension.COUNTRY, "France", Measure.ORDERS, orders);
        return count;
    }
}
