package com.fusioncommerce.platform.importer;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Understands single lines of the file. No field of it holds a line break, so that a quote that does not end breaks its
 * own line and none after it.
 */
final class RetailParser {
    static final List<String> HEADER = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String FLOAT_TAIL = ".0";

    private final String file;

    RetailParser(String file) {
        this.file = file;
    }

    /**
     * Checks the first line.
     *
     * @throws BrokenLineException if this is another file
     */
    void header(String line) {
        if (line == null || !HEADER.equals(fields(1, line))) {
            throw broken(1, "not the header " + String.join(",", HEADER));
        }
    }

    /**
     * Understands a line.
     *
     * @throws BrokenLineException if it cannot be
     */
    RetailLine parse(int number, String line) {
        List<String> fields = fields(number, line);
        if (fields.size() != HEADER.size()) {
            throw broken(number, fields.size() + " fields instead of " + HEADER.size());
        }
        return new RetailLine(
                number,
                id(number, "InvoiceNo", fields.get(0)),
                id(number, "StockCode", fields.get(1)),
                fields.get(2).strip(),
                quantity(number, fields.get(3)),
                time(number, fields.get(4)),
                price(number, fields.get(5)),
                customer(number, fields.get(6)),
                country(number, fields.get(7)));
    }

    private List<String> fields(int number, String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw broken(number, "a quote that does not end, or ends too early");
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
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw broken(number, "Quantity \"" + text + "\" is no whole number");
        }
    }

    private Instant time(int number, String text) {
        try {
            return LocalDateTime.parse(text.strip(), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw broken(number, "InvoiceDate \"" + text + "\" is no time such as 2010-12-01 08:26:00");
        }
    }

    private long price(int number, String text) {
        try {
            return Amounts.unitPrice(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            throw broken(number, "UnitPrice \"" + text + "\" is no number");
        } catch (ArithmeticException e) {
            throw broken(number, "UnitPrice \"" + text + "\" has more than " + Amounts.PRICE_SCALE + " decimals");
        }
    }

    /** The file has numbers of customers as a spreadsheet writes them: 17850.0. */
    private String customer(int number, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return RetailLine.GUEST;
        }
        return id(
                number,
                "CustomerID",
                stripped.endsWith(FLOAT_TAIL)
                        ? stripped.substring(0, stripped.length() - FLOAT_TAIL.length())
                        : stripped);
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
