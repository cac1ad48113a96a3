package com.fusioncommerce.workloads.importer;

import static com.fusioncommerce.workloads.importer.RetailFiles.line;
import static com.fusioncommerce.workloads.importer.RetailFiles.text;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.workloads.importer.RetailForm.DateForm;
import com.fusioncommerce.workloads.importer.RetailForm.NumberForm;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import com.fusioncommerce.workloads.importer.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats in which copies of the same data circulate. */
class RetailFormsTest {
    @TempDir
    private Path directory;

    @Test
    void a_file_that_cannot_be_used_is_named_with_what_is_the_matter_with_it() throws IOException {
        Path nowhere = directory.resolve("nowhere");
        assertThatThrownBy(() -> RetailFile.in(nowhere)).hasMessageContaining("there is no " + nowhere);
        assertThatThrownBy(() -> RetailFile.in(directory)).hasMessageContaining("no online-retail.csv.gz or");

        Path file = Files.createFile(directory.resolve(RetailFile.PLAIN));
        assertThatThrownBy(() -> RetailFile.in(directory)).hasMessage(file + " is empty");
        assertThatThrownBy(() -> RetailFile.in(file)).hasMessageContaining(file + " is no directory");

        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> RetailFile.in(directory)).hasMessage(file + " is a directory, not a file");
    }

    @ParameterizedTest
    @CsvSource({
        "12/1/2010 8:26, 12/13/2010 9:00, MDY",
        "1/12/2010 8:26, 13/12/2010 9:00, DMY",
        "1.12.2010 8:26, 13.12.2010 9:00, DOTTED",
        "2010-12-01 08:26, 2010-12-13 9:00, ISO"
    })
    void the_form_of_the_dates_is_found_and_the_file_is_counted_and_read_alike(
            String first, String second, DateForm form) throws IOException {
        RetailFile file = plain(text(
                line("1", "A", 1, "1.0", "5", first),
                line("2", "A", 1, "1.0", "5", second),
                line("C3", "A", -1, "1.0", "5", second)));

        Sales sales = RetailFiles.sales(file);

        assertThat(form(file).dates()).isEqualTo(form);
        assertThat(sales.sales().get(0).at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
        assertReconciled(file, sales);
    }

    @Test
    void dates_that_can_be_read_in_two_ways_are_refused_until_somebody_says_which() throws IOException {
        RetailFile file = plain(text(line("1", "A", 1, "1.0", "5", "2/1/2010 8:26")));

        assertThatThrownBy(() -> form(file)).hasMessageContaining("--dates mdy or --dates dmy");
        RetailForm told = FormDetector.of(file, DateForm.DMY, null);
        assertThat(read(file, told).sales().get(0).at()).isEqualTo(Instant.parse("2010-01-02T08:26:00Z"));
    }

    @Test
    void dates_that_contradict_each_other_are_named() throws IOException {
        RetailFile file = plain(
                text(line("1", "A", 1, "1.0", "5", "13/1/2010 8:26"), line("2", "A", 1, "1.0", "5", "1/13/2010 8:26")));

        assertThatThrownBy(() -> form(file))
                .hasMessageContaining("13/1/2010 8:26 in line 2")
                .hasMessageContaining("1/13/2010 8:26 in line 3");
    }

    @Test
    void a_file_without_a_date_that_is_known_is_refused() throws IOException {
        RetailFile file = plain(text(line("1", "A", 1, "1.0", "5", "1 Dec 2010")));

        assertThatThrownBy(() -> form(file)).hasMessageContaining("no date in a form that is known");
    }

    @Test
    void decimal_commas_and_semicolons_are_read() throws IOException {
        RetailFile file = plain("InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country\n"
                + "1;A;THING, RED;1.200;2010-12-01 08:26:00;2,55;17850,0;France\n"
                + "2;A;THING;1;2010-12-01 08:26:00;1.234,50;17850,0;France\n");

        Sales sales = RetailFiles.sales(file);

        assertThat(form(file).numbers()).isEqualTo(NumberForm.COMMA);
        assertThat(sales.sales().get(0).lines()).containsExactly(new Sale.Line("A", 1_200, 25_500));
        assertThat(sales.sales().get(0).customer()).isEqualTo("17850");
        assertThat(sales.sales().get(1).lines()).containsExactly(new Sale.Line("A", 1, 12_345_000));
        assertReconciled(file, sales);
    }

    @Test
    void prices_that_can_be_read_in_two_ways_are_refused_until_somebody_says_which() throws IOException {
        RetailFile file = plain(text(line("1", "A", 1, "\"1,234\"")));

        assertThatThrownBy(() -> form(file)).hasMessageContaining("--numbers point or --numbers comma");
        assertThat(read(file, FormDetector.of(file, null, NumberForm.POINT))
                        .sales()
                        .get(0)
                        .lines()
                        .get(0)
                        .total())
                .isEqualTo(123_400);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() throws IOException {
        RetailFile file = plain("\ufeff" + text(line("1", "A", 1, "1.0")));

        assertReconciled(file, RetailFiles.sales(file));
    }

    @Test
    void text_of_a_spreadsheet_is_read_as_windows_1252_and_utf_16_is_refused() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        Files.write(
                directory.resolve("online-retail.csv"),
                text("1,A,£5 BOX,1,2010-12-01 08:26:00,1.0,5,France").getBytes(windows));
        RetailFile file = RetailFile.in(directory);

        assertThat(form(file).charset()).isEqualTo(windows);
        assertThat(RetailFiles.sales(file).products().get("A").name()).isEqualTo("£5 BOX");
        Files.write(directory.resolve("online-retail.csv"), ("\ufeff" + text()).getBytes(UTF_16LE));
        assertThatThrownBy(() -> form(file)).hasMessageContaining("UTF-16");
    }

    @Test
    void a_description_may_go_over_several_lines() throws IOException {
        RetailFile file = plain(text(
                "1,A,\"THING\n\"\"RED\"\",\nLARGE\",1,2010-12-01 08:26:00,1.0,5,France", line("2", "B", 2, "1.0")));

        Sales sales = RetailFiles.sales(file);

        assertThat(sales.products().get("A").name()).isEqualTo("THING \"RED\", LARGE");
        assertReconciled(file, sales);
    }

    @Test
    void an_invoice_number_that_another_customer_or_another_month_uses_again_is_refused_by_name() throws IOException {
        RetailFile file = plain(text(
                line("1", "A", 1, "1.0", "5", "2010-01-01 08:26:00"),
                line("1", "B", 1, "1.0", "6", "2010-01-01 08:26:00"),
                line("1", "C", 1, "1.0", "5", "2010-11-01 08:26:00"),
                line("1", "D", 1, "1.0", "5", "2010-01-01 08:27:00")));
        List<BrokenLineException> broken = new ArrayList<>();

        Sales sales = SalesReader.read(file, RetailFiles.FORM, Integer.MAX_VALUE, broken::add);

        assertThat(broken).hasSize(2).first().satisfies(line -> assertThat(line)
                .hasMessageContaining("line 3: InvoiceNo 1 of customer 6")
                .hasMessageContaining("stands in line 2 for customer 5"));
        assertThat(sales.sales()).singleElement().satisfies(sale -> assertThat(sale.lines())
                .hasSize(2));
        assertThat(sales.setAside()).isEqualTo(Map.of(SetAside.BROKEN, 2));
        assertReconciled(file, sales);
    }

    @Test
    void a_line_of_more_than_an_order_can_hold_is_counted_as_broken_by_both() throws IOException {
        String time = ",2010-12-01 08:26:00,";
        RetailFile file = plain(text(
                line("1", "A", 1, "1.0"),
                "2,A,THING,9007199254740990" + time + "0.01,5,France",
                "3,A,THING,9007199254740991" + time + "0.01,5,France",
                "4,A,THING,2" + time + "45035996273704.96,5,France"));
        List<BrokenLineException> broken = new ArrayList<>();

        Sales sales = SalesReader.read(file, RetailFiles.FORM, Integer.MAX_VALUE, broken::add);

        assertThat(broken).hasSize(2);
        assertReconciled(file, sales);
    }

    @Test
    void what_the_import_cannot_read_and_the_file_has_is_a_difference() throws IOException {
        RetailFile file = plain(text(line("1", "A", 1, "1.0"), line("1~x", "B", 1, "3.0")));

        Sales sales = read(file, RetailFiles.FORM);
        FileCount counted = FileCount.of(file, RetailFiles.FORM, Integer.MAX_VALUE);

        assertThat(counted.sales().total(Dimension.MONTH, Measure.REVENUE)).isEqualTo(400);
        assertThat(counted.saleLines()).isEqualTo(2);
        assertThat(sales.lines()).isEqualTo(1);
        assertThat(new Reconciliation(counted.sales(), List.of(Witnesses.imported(sales))).differences())
                .isNotEmpty();
    }

    private RetailFile plain(String text) throws IOException {
        Files.writeString(directory.resolve("online-retail.csv"), text, UTF_8);
        return RetailFile.in(directory);
    }

    private static RetailForm form(RetailFile file) throws IOException {
        return FormDetector.of(file, null, null);
    }

    private static Sales read(RetailFile file, RetailForm form) throws IOException {
        return SalesReader.read(file, form, Integer.MAX_VALUE, line -> {});
    }

    private static void assertReconciled(RetailFile file, Sales sales) throws IOException {
        FileCount counted = FileCount.of(file, form(file), Integer.MAX_VALUE);
        assertThat(new Reconciliation(counted.sales(), List.of(Witnesses.imported(sales))).differences())
                .isEmpty();
        assertThat(counted.lines()).isEqualTo(sales.linesRead());
        assertThat(counted.saleLines()).isEqualTo(sales.lines());
        assertThat(counted.cancellationLines()).isEqualTo(sales.cancellationLines());
        assertThat(counted.otherLines()).isEqualTo(sales.linesSetAside());
    }
}
