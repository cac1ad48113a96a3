package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.importer.CsvRecords.CsvText;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sorts the lines of the file into sales, cancellations, products and lines set aside. Catalogue and stock are derived
 * from the whole file, whatever the limit of sales, so that they are the same in every import.
 */
final class SalesReader {
    private final int limit;
    private final Consumer<BrokenLineException> onBroken;
    private final Map<String, List<RetailLine>> sales = new LinkedHashMap<>();
    private final Map<String, List<RetailLine>> cancellations = new LinkedHashMap<>();
    private final Map<SetAside, Integer> setAside = new EnumMap<>(SetAside.class);
    private final ProductsSold products = new ProductsSold();
    private int lines;
    private boolean full;

    private SalesReader(int limit, Consumer<BrokenLineException> onBroken) {
        this.limit = limit;
        this.onBroken = onBroken;
    }

    /**
     * Reads the file.
     *
     * @param limit the most sales to read; cancellations after the last of them are skipped
     * @param onBroken gets each broken line in this range; reading stops if it throws
     * @throws IOException if the file cannot be read to its end
     */
    static Sales read(RetailFile file, RetailForm form, int limit, Consumer<BrokenLineException> onBroken)
            throws IOException {
        SalesReader reader = new SalesReader(limit, onBroken);
        RetailParser parser = new RetailParser(file.name(), form);
        try (BufferedReader text = file.open(form.charset())) {
            CsvRecords records = new CsvRecords(text);
            records.next();
            for (CsvText record = records.next(); record != null; record = records.next()) {
                reader.take(parser, record);
            }
        } catch (EOFException e) {
            throw file.truncated(e);
        }
        return reader.result();
    }

    private void take(RetailParser parser, CsvText record) {
        RetailLine line;
        try {
            line = parser.parse(record);
        } catch (BrokenLineException e) {
            broken(e);
            return;
        }
        take(line, parser);
    }

    private void take(RetailLine line, RetailParser parser) {
        boolean sells = line.isSale() && !line.isCancellation();
        if (sells) {
            products.add(line);
        }
        full = full || (sells && sales.size() == limit && !sales.containsKey(line.invoice()));
        if (full) {
            return;
        }
        if (sells || line.isCancellation()) {
            List<RetailLine> invoice =
                    (sells ? sales : cancellations).computeIfAbsent(line.invoice(), number -> new ArrayList<>());
            if (!invoice.isEmpty() && !line.isOfOneInvoiceWith(invoice.get(0))) {
                broken(parser.reused(line, invoice.get(0)));
                return;
            }
            invoice.add(line);
            lines++;
        } else {
            lines++;
            setAside.merge(line.quantity() <= 0 ? SetAside.NO_UNITS : SetAside.NO_PRICE, 1, Integer::sum);
        }
    }

    private void broken(BrokenLineException line) {
        if (!full) {
            lines++;
            setAside.merge(SetAside.BROKEN, 1, Integer::sum);
            onBroken.accept(line);
        }
    }

    private Sales result() {
        return new Sales(
                sales.values().stream().map(SalesReader::sale).toList(),
                cancellations.values().stream().map(SalesReader::cancellation).toList(),
                products.result(),
                lines,
                cancellations.values().stream().mapToInt(List::size).sum(),
                Map.copyOf(setAside));
    }

    private static Sale sale(List<RetailLine> lines) {
        RetailLine first = lines.get(0);
        return new Sale(
                first.invoice(),
                first.customer(),
                first.country(),
                first.at(),
                lines.stream()
                        .map(line -> new Sale.Line(line.sku(), line.quantity(), line.unitPrice()))
                        .toList());
    }

    private static Cancellation cancellation(List<RetailLine> lines) {
        RetailLine first = lines.get(0);
        Map<String, Long> units = new HashMap<>();
        lines.forEach(line -> units.merge(line.sku(), -line.quantity(), Math::addExact));
        return new Cancellation(first.invoice(), first.customer(), first.at(), units);
    }
}
