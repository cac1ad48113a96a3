package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.importer.RetailForm.NumberForm;
import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the file independently of the import: own CSV reader, own number and date parsing; only the detected form is
 * shared. A line that the import cannot read is therefore missed by the import only.
 */
final class FileCount {
    private static final int COLUMNS = 8;
    private static final int PENCE = 2;
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 2);
    private static final Measure[] OF_LINES = {Measure.LINES, Measure.UNITS, Measure.REVENUE};

    private final RetailForm form;
    private final int limit;
    private final Count count = new Count("file")
            .counting(Dimension.MONTH, Measure.values())
            .counting(Dimension.COUNTRY, Measure.values())
            .counting(Dimension.PRODUCT, Measure.values());

    /** Customer, country and day on the first line of each invoice. */
    private final Map<String, Invoice> invoices = new HashMap<>();

    private final Set<String> sold = new HashSet<>();
    private final Set<List<String>> soldProducts = new HashSet<>();
    private long lines;
    private long saleLines;
    private long cancellationLines;
    private long otherLines;

    private record Invoice(String customer, String country, LocalDate day) {
        boolean isSameAs(Invoice other) {
            return customer.equals(other.customer)
                    && country.equals(other.country)
                    && Math.abs(day.toEpochDay() - other.day.toEpochDay()) <= 1;
        }
    }

    private FileCount(RetailForm form, int limit) {
        this.form = form;
        this.limit = limit;
    }

    /**
     * Counts a file.
     *
     * @param limit the most sales invoices to count
     * @throws IOException if the file is no CSV, or cannot be read to its end
     */
    static FileCount of(RetailFile file, RetailForm form, int limit) throws IOException {
        FileCount counting = new FileCount(form, limit);
        try (BufferedReader text = file.open(form.charset());
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(form.separator())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord record : records) {
                if (!header && !counting.take(record.getFields())) {
                    break;
                }
                header = false;
            }
        } catch (EOFException e) {
            throw file.truncated(e);
        } catch (CsvParseException e) {
            throw new IOException(file.name() + " cannot be counted: " + e.getMessage(), e);
        }
        return counting;
    }

    /** Sales by month, country and product. */
    Count sales() {
        return count;
    }

    /** Number of lines without the header. */
    long lines() {
        return lines;
    }

    /** Number of lines of sales. */
    long saleLines() {
        return saleLines;
    }

    /** Number of lines of cancelling invoices. */
    long cancellationLines() {
        return cancellationLines;
    }

    /** Number of all other lines, unreadable ones included. */
    long otherLines() {
        return otherLines;
    }

    /** Counts a record; returns whether to go on. */
    private boolean take(List<String> fields) {
        if (fields.size() != COLUMNS) {
            return other();
        }
        String invoice = fields.get(0).trim();
        BigDecimal units = number(fields.get(3));
        BigDecimal price = number(fields.get(5));
        LocalDate day = day(fields.get(4));
        if (units == null || price == null || day == null || invoice.isEmpty() || isTooLarge(units, price)) {
            return other();
        }
        boolean cancels = invoice.charAt(0) == 'C';
        if (!cancels && (units.signum() <= 0 || price.signum() <= 0)) {
            return other();
        }
        if (!cancels && !sold.contains(invoice) && sold.size() == limit) {
            return false;
        }
        Invoice said = new Invoice(fields.get(6).trim(), fields.get(7).trim(), day);
        if (!invoices.computeIfAbsent(invoice, first -> said).isSameAs(said)) {
            return other();
        }
        lines++;
        if (cancels) {
            cancellationLines++;
        } else {
            saleLines++;
            sale(invoice, fields.get(1).trim(), said, units, price);
        }
        return true;
    }

    /** Whether units, 1/10,000 of pounds or pence exceed the largest amount, 2^53 - 2. */
    private static boolean isTooLarge(BigDecimal units, BigDecimal price) {
        return isTooLarge(units) || isTooLarge(price.movePointRight(2 * PENCE)) || isTooLarge(pence(units, price));
    }

    private static boolean isTooLarge(BigDecimal number) {
        return number.abs().compareTo(LARGEST) > 0;
    }

    private static BigDecimal pence(BigDecimal units, BigDecimal price) {
        return units.multiply(price).setScale(PENCE, RoundingMode.HALF_EVEN).movePointRight(PENCE);
    }

    private boolean other() {
        lines++;
        otherLines++;
        return true;
    }

    private void sale(String invoice, String sku, Invoice said, BigDecimal units, BigDecimal price) {
        LocalDate day = invoices.get(invoice).day();
        String month = day.toString().substring(0, 7);
        if (sold.add(invoice)) {
            count.add(Dimension.MONTH, month, Measure.ORDERS, 1);
            count.add(Dimension.COUNTRY, said.country(), Measure.ORDERS, 1);
        }
        if (soldProducts.add(List.of(invoice, sku))) {
            count.add(Dimension.PRODUCT, sku, Measure.ORDERS, 1);
        }
        long[] amounts = {1, units.longValueExact(), pence(units, price).longValueExact()};
        for (int i = 0; i < OF_LINES.length; i++) {
            count.add(Dimension.MONTH, month, OF_LINES[i], amounts[i]);
            count.add(Dimension.COUNTRY, said.country(), OF_LINES[i], amounts[i]);
            count.add(Dimension.PRODUCT, sku, OF_LINES[i], amounts[i]);
        }
    }

    /** Parses a number; null if the field holds none. */
    private BigDecimal number(String field) {
        StringBuilder plain = new StringBuilder();
        char decimal = form.numbers() == NumberForm.COMMA ? ',' : '.';
        for (char c : field.trim().toCharArray()) {
            if (c == decimal) {
                plain.append('.');
            } else if (c != ',' && c != '.') {
                plain.append(c);
            }
        }
        try {
            return new BigDecimal(plain.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Parses a day; null if the field holds none. */
    private LocalDate day(String field) {
        try {
            int[] parts = Arrays.stream(field.trim().split("[ T]", 2)[0].split("[-/.]", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (parts.length != 3) {
                return null;
            }
            return switch (form.dates()) {
                case ISO -> LocalDate.of(parts[0], parts[1], parts[2]);
                case MDY -> LocalDate.of(parts[2], parts[0], parts[1]);
                case DMY, DOTTED -> LocalDate.of(parts[2], parts[1], parts[0]);
            };
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return null;
        }
    }
}
