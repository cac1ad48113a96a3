package com.fusioncommerce.workloads.importer;

import static com.fusioncommerce.workloads.importer.RetailFiles.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.workloads.importer.Cancellations.Unmatched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancellationsTest {
    private static final String NOON = "2011-01-01 12:00:00";
    private static final String LATER = "2011-01-02 12:00:00";
    private static final String LATEST = "2011-01-03 12:00:00";

    @TempDir
    private Path directory;

    @Test
    void an_invoice_that_takes_back_all_of_an_order_cancels_it() throws IOException {
        Cancellations.Result result =
                match(sale("1", "A", 2), sale("1", "B", 1), back("C2", "B", 1), back("C2", "A", 2));

        assertThat(result.matches()).singleElement().satisfies(match -> {
            assertThat(match.sale().invoice()).isEqualTo("1");
            assertThat(match.cancellation().invoice()).isEqualTo("C2");
        });
        assertThat(result.unmatched()).isEmpty();
    }

    @Test
    void lines_of_one_sku_count_together() throws IOException {
        assertThat(match(sale("1", "A", 2), sale("1", "A", 3), back("C2", "A", 5))
                        .matches())
                .hasSize(1);
    }

    @Test
    void an_invoice_that_takes_back_less_is_a_partial_return() throws IOException {
        Cancellations.Result result = match(sale("1", "A", 2), back("C2", "A", 1));

        assertThat(result.matches()).isEmpty();
        assertThat(result.unmatched()).isEqualTo(Map.of(Unmatched.PARTIAL_RETURN, 1));
    }

    @Test
    void what_takes_back_all_that_partial_returns_left_cancels_the_order() throws IOException {
        Cancellations.Result result =
                match(sale("1", "A", 2), sale("1", "B", 1), back("C2", "B", 1), back("C3", "A", 1), back("C4", "A", 1));

        assertThat(result.matches())
                .extracting(match -> match.cancellation().invoice())
                .containsExactly("C4");
        assertThat(result.unmatched()).isEqualTo(Map.of(Unmatched.PARTIAL_RETURN, 2));
    }

    @Test
    void an_order_is_cancelled_once_and_the_newest_first() throws IOException {
        Cancellations.Result result = match(
                sale("1", "A", 2),
                line("2", "A", 2, "1.0", "1.0", LATER),
                line("C3", "A", -2, "1.0", "1.0", LATEST),
                line("C4", "A", -2, "1.0", "1.0", LATEST),
                line("C5", "A", -2, "1.0", "1.0", LATEST));

        assertThat(result.matches()).extracting(match -> match.sale().invoice()).containsExactly("2", "1");
        assertThat(result.unmatched()).isEqualTo(Map.of(Unmatched.NO_EARLIER_ORDER, 1));
    }

    @Test
    void a_whole_order_is_preferred_to_a_part_of_a_newer_one() throws IOException {
        Cancellations.Result result = match(
                sale("1", "A", 2), line("2", "A", 9, "1.0", "1.0", LATER), line("C3", "A", -2, "1.0", "1.0", LATEST));

        assertThat(result.matches()).extracting(match -> match.sale().invoice()).containsExactly("1");
    }

    @Test
    void orders_of_others_and_of_later_are_left_alone() throws IOException {
        Cancellations.Result result = match(
                line("1", "A", 2, "1.0", "2.0", NOON),
                line("C2", "A", -2, "1.0", "1.0", LATER),
                line("3", "A", 2, "1.0", "1.0", LATEST));

        assertThat(result.matches()).isEmpty();
        assertThat(result.unmatched()).isEqualTo(Map.of(Unmatched.NO_EARLIER_ORDER, 1));
    }

    @Test
    void an_invoice_of_nobody_or_of_no_product_cancels_nothing() throws IOException {
        Cancellations.Result result = match(
                sale("1", "A", 2), line("C2", "A", -2, "1.0", "", LATER), line("C3", "D", -1, "27.5", "1.0", LATER));

        assertThat(result.unmatched()).isEqualTo(Map.of(Unmatched.NO_CUSTOMER, 1, Unmatched.NOT_A_PRODUCT, 1));
    }

    private Cancellations.Result match(String... lines) throws IOException {
        return Cancellations.of(RetailFiles.sales(RetailFiles.of(directory, lines)));
    }

    private static String sale(String invoice, String sku, int quantity) {
        return line(invoice, sku, quantity, "1.0", "1.0", NOON);
    }

    private static String back(String invoice, String sku, int quantity) {
        return line(invoice, sku, -quantity, "1.0", "1.0", LATER);
    }
}
