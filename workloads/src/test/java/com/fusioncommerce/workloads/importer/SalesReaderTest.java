package com.fusioncommerce.workloads.importer;

import static com.fusioncommerce.workloads.importer.RetailFiles.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.Amounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesReaderTest {
    @TempDir
    private Path directory;

    @Test
    void an_invoice_is_an_order_with_its_lines_time_customer_and_prices() throws IOException {
        Sales sales = read(
                line("536365", "85123A", 6, "2.55"),
                line("536365", "71053", 6, "3.39"),
                line("536365", "85123A", 2, "2.5"));

        assertThat(sales.sales()).singleElement().satisfies(sale -> {
            assertThat(sale.orderId()).isEqualTo("main~536365");
            assertThat(sale.customer()).isEqualTo("17850");
            assertThat(sale.country()).isEqualTo("United Kingdom");
            assertThat(sale.at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
            assertThat(sale.lines())
                    .containsExactly(
                            new Sale.Line("85123A", 6, 25_500),
                            new Sale.Line("71053", 6, 33_900),
                            new Sale.Line("85123A", 2, 25_000));
            assertThat(sale.lines()).extracting(Sale.Line::total).containsExactly(1530L, 2034L, 500L);
        });
    }

    @Test
    void who_has_no_number_is_a_guest() throws IOException {
        assertThat(read(line("1", "A", 1, "1.0", "", "2010-12-01 08:26:00"))
                        .sales()
                        .get(0)
                        .customer())
                .isEqualTo("guest");
    }

    @Test
    void what_sells_nothing_is_set_aside_by_reason() throws IOException {
        Sales sales = read(
                line("1", "A", 1, "1.0"),
                line("1", "B", 0, "1.0"),
                line("2", "A", -5, "0.0"),
                line("3", "A", 5, "0.0"),
                line("A4", "B", 1, "-11062.06"),
                line("C5", "A", -1, "1.0"));

        assertThat(sales.sales()).extracting(Sale::invoice).containsExactly("1");
        assertThat(sales.setAside()).isEqualTo(Map.of(SetAside.NO_UNITS, 2, SetAside.NO_PRICE, 2));
        assertThat(sales.cancellations()).extracting(Cancellation::units).containsExactly(Map.of("A", 1L));
        assertThat(sales.linesRead()).isEqualTo(6);
    }

    @Test
    void a_product_has_its_commonest_name_and_price_and_all_units_sold() throws IOException {
        Sales sales = read(
                line("1", "A", 1, "1.0"),
                line("2", "A", 10, "2.0"),
                line("3", "A", 100, "2.0"),
                "4,A,\"A \"\"RARE\"\", NAME\",5,2010-12-01 08:26:00,3.0,1.0,France",
                "4,B,,5,2010-12-01 08:26:00,3.0,1.0,France");

        assertThat(sales.productsSold())
                .containsExactly(
                        new Sales.Product("A", "THING A", 20_000, 116), new Sales.Product("B", "B", 30_000, 5));
    }

    @Test
    void a_pool_can_hold_what_the_whole_file_sells() throws IOException {
        String most = "A,THING,9007199254740990,2010-12-01 08:26:00,0.01,1.0,France";

        Sales sales = read("1," + most, "2," + most);

        assertThat(sales.products().get("A").sold()).isEqualTo(Amounts.MOST);
    }

    @Test
    void a_limit_takes_the_first_invoices_and_the_cancellations_among_them_but_the_whole_catalogue()
            throws IOException {
        RetailFile file = RetailFiles.of(
                directory,
                line("1", "A", 1, "1.0"),
                line("C2", "A", -1, "1.0"),
                line("3", "A", 2, "1.0"),
                line("3", "B", 1, "1.0"),
                line("4", "A", 4, "9.0"),
                line("C5", "A", -4, "1.0"));

        Sales sales = SalesReader.read(file, RetailFiles.FORM, 2, SalesReaderTest::unexpected);

        assertThat(sales.sales()).extracting(Sale::invoice).containsExactly("1", "3");
        assertThat(sales.lines()).isEqualTo(3);
        assertThat(sales.cancellations()).extracting(Cancellation::invoice).containsExactly("C2");
        assertThat(sales.products().get("A").sold()).isEqualTo(7);
        assertThat(sales.linesRead()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1,A,THING,one,2010-12-01 08:26:00,1.0,1.0,France                 | Quantity "one"
        1,A,THING,1,2010-13-01 08:26:00,1.0,1.0,France                   | InvoiceDate "2010-13-01 08:26:00"
        1,A,THING,1,2010-12-01 08:26:00,dear,1.0,France                  | UnitPrice "dear"
        1,A,THING,1,2010-12-01 08:26:00,1.00001,1.0,France               | more than 4 decimals
        1,A,THING,9007199254740991,2010-12-01 08:26:00,0.01,1.0,France   | more than an order can hold
        1,A,THING,-9223372036854775808,2010-12-01 08:26:00,1.0,1.0,Spain | more than an order can hold
        1,A,THING,2,2010-12-01 08:26:00,45035996273704.96,1.0,France     | more than an order can hold
        1,A,THING,1,2010-12-01 08:26:00,900719925474.0991,1.0,France     | more than an order can hold
        1,A,THING,1,2010-12-01 08:26:00,1.0,1.0                          | 7 fields instead of 8
        1,A,"THING,1,2010-12-01 08:26:00,1.0,1.0,France                  | a quote
        ,A,THING,1,2010-12-01 08:26:00,1.0,1.0,France                    | InvoiceNo "" is no id
        1,A~B,THING,1,2010-12-01 08:26:00,1.0,1.0,France                 | StockCode "A~B" is no id
        1,A,THING,1,2010-12-01 08:26:00,1.0,1/0,France                   | CustomerID "1/0" is no id
        """, quoteCharacter = '\0')
    void a_broken_line_is_named_and_the_rest_is_read(String broken, String complaint) throws IOException {
        List<BrokenLineException> named = new ArrayList<>();
        RetailFile file = RetailFiles.of(directory, line("1", "A", 1, "1.0"), broken, line("2", "A", 1, "1.0"));

        Sales sales = SalesReader.read(file, RetailFiles.FORM, Integer.MAX_VALUE, named::add);

        assertThat(named).singleElement().satisfies(line -> assertThat(line)
                .hasMessageContaining("online-retail.csv.gz, line 3")
                .hasMessageContaining(complaint));
        assertThat(sales.sales()).extracting(Sale::invoice).containsExactly("1", "2");
        assertThat(sales.setAside()).isEqualTo(Map.of(SetAside.BROKEN, 1));
    }

    @Test
    void reading_stops_at_a_broken_line_where_that_is_asked_for() throws IOException {
        RetailFile file = RetailFiles.of(directory, "rubbish");

        assertThatThrownBy(() -> SalesReader.read(file, RetailFiles.FORM, 1, line -> {
                    throw line;
                }))
                .isInstanceOf(BrokenLineException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void another_file_is_told_from_this_one_by_its_header() throws IOException {
        Path file = directory.resolve(RetailFile.NAME);
        Files.write(file, gzip("a,b,c\n1,2,3\n"));

        assertThatThrownBy(() -> RetailFiles.sales(RetailFile.in(directory)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1: not the header");
    }

    @Test
    void a_file_that_ends_in_the_middle_is_an_error() throws IOException {
        byte[] whole = gzip(RetailFiles.HEADER + "\n" + (line("1", "A", 1, "1.0") + "\n").repeat(50));
        Files.write(directory.resolve(RetailFile.NAME), Arrays.copyOf(whole, whole.length - 12));

        assertThatThrownBy(() -> RetailFiles.sales(RetailFile.in(directory)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends in the middle");
    }

    @Test
    void a_file_that_is_not_there_is_named_with_what_to_do() {
        assertThatThrownBy(() -> RetailFile.in(directory)).hasMessageContaining("--data");
    }

    private Sales read(String... lines) throws IOException {
        return RetailFiles.sales(RetailFiles.of(directory, lines));
    }

    private static void unexpected(BrokenLineException line) {
        throw line;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
