package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.workloads.importer.CsvRecords.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Parses single records of the file in a given format. */
final class RetailParser {
    static final List<String> HEADER = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final Pattern FLOAT_TAIL = Pattern.compile("[.,]0$");

    /** Line breaks are removed from a product's name. */
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    private final String file;
    private final RetailForm form;
    private final DateTimeFormatter time;

    RetailParser(String file, RetailForm form) {
        this.file = file;
        this.form = form;
        this.time = DateTimeFormatter.ofPattern(form.dates().pattern(), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Detects the separator from the header record.
     *
     * @throws IOException if the record is not the header, so that this is another file
     */
    static char separator(String file, CsvText header) throws IOException {
        for (char separator : SEPARATORS) {
            if (header != null
                    && HEADER.equals(split(header.text(), separator).stream()
                            .map(String::strip)
                            .toList())) {
                return separator;
            }
        }
        throw new IOException(file + ", line 1: not the header " + String.join(",", HEADER));
    }

    /**
     * Parses a record.
     *
     * @throws BrokenLineException if the record is invalid
     */
    RetailLine parse(CsvText record) {
        int number = record.line();
        List<String> fields = split(record.text(), form.separator());
        if (fields.isEmpty()) {
            throw broken(number, "a quote that does not end, or ends too early");
        }
        if (fields.size() != HEADER.size()) {
            throw broken(number, fields.size() + " fields instead of " + HEADER.size());
        }
        RetailLine line = new RetailLine(
                number,
                id(number, "InvoiceNo", fields.get(0)),
                id(number, "StockCode", fields.get(1)),
                LINE_BREAKS.matcher(fields.get(2).strip()).replaceAll(" "),
                quantity(number, fields.get(3)),
                time(number, fields.get(4)),
                price(number, fields.get(5)),
                customer(number, fields.get(6)),
                country(number, fields.get(7)));
        if (isTooLarge(line.quantity(), line.unitPrice())) {
            throw broken(
                    number,
                    "Quantity \"" + fields.get(3) + "\" at UnitPrice \"" + fields.get(5)
                            + "\" is more than an order can hold");
        }
        return line;
    }

    /** Whether the amounts, sign apart, exceed those of an order line. */
    private static boolean isTooLarge(long quantity, long unitPrice) {
        try {
            long units = Math.absExact(quantity);
            long price = Math.absExact(unitPrice);
            Amounts.lineTotal(units, price, Sale.CURRENCY);
            return units > Amounts.MOST || price > Amounts.MOST;
        } catch (ArithmeticException e) {
            return true;
        }
    }

    /** The error for an invoice number that another customer, or the same one in another week, has used before. */
    BrokenLineException reused(RetailLine line, RetailLine first) {
        return broken(
                line.number(),
                "InvoiceNo " + line.invoice() + " of customer " + line.customer() + " (" + line.country() + ") at "
                        + line.at() + " stands in line " + first.number() + " for customer " + first.customer() + " ("
                        + first.country() + ") at " + first.at() + ": one number is one invoice");
    }

    /** Splits a record into fields; none if a quote does not end, or ends too early. */
    static List<String> split(String text, char separator) {
        if (text.indexOf('"') < 0) {
            return List.of(text.split(Pattern.quote(String.valueOf(separator)), -1));
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return List.of();
        }
    }

    private String id(int number, String field, String text) {
        String id = text.strip();
        if (!Keys.isId(id)) {
            throw broken(number, field + " \"" + text + "\" is no id");
        }
        return id;
    }

    private long quantity(int number, String text) {
        try {
            return Long.parseLong(form.numbers().plain(text.strip()));
        } catch (NumberFormatException e) {
            throw broken(number, "Quantity \"" + text + "\" is no whole number");
        }
    }

    private Instant time(int number, String text) {
        try {
            return LocalDateTime.parse(text.strip(), time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw broken(
                    number,
                    "InvoiceDate \"" + text + "\" is no time written as "
                            + form.dates().words());
        }
    }

    private long price(int number, String text) {
        try {
            return Amounts.unitPrice(new BigDecimal(form.numbers().plain(text.strip())));
        } catch (NumberFormatException e) {
            throw broken(number, "UnitPrice \"" + text + "\" is no number");
        } catch (ArithmeticException e) {
            throw broken(number, "UnitPrice \"" + text + "\" has more than " + Amounts.PRICE_SCALE + " decimals");
        }
    }

    /** Normalises a customer number, which spreadsheets write as 17850.0. */
    private String customer(int number, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return RetailLine.GUEST;
        }
        return id(number, "CustomerID", FLOAT_TAIL.matcher(stripped).replaceFirst(""));
    }

    private String country(int number, String text) {
        String country = text.strip();
        if (country.isEmpty()) {
            throw broken(number, "Country is empty");
        }
        return country;
    }

    private BrokenLineException broken(int number, String what) {
        return new BrokenLineException(file, number, what);
    }
}
