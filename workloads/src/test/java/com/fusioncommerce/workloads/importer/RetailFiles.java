package com.fusioncommerce.workloads.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.workloads.importer.RetailForm.DateForm;
import com.fusioncommerce.workloads.importer.RetailForm.NumberForm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small files of sales. */
final class RetailFiles {
    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    /** The format of these files. */
    static final RetailForm FORM = new RetailForm(UTF_8, ',', DateForm.ISO, NumberForm.POINT);

    private RetailFiles() {}

    /** A file with these lines under its header. */
    static RetailFile of(Path directory, String... lines) throws IOException {
        Path file = directory.resolve(RetailFile.NAME);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text(lines).getBytes(UTF_8));
        }
        return RetailFile.in(directory);
    }

    /** The text of a file with these lines under its header. */
    static String text(String... lines) {
        return HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    /** A line of customer 17850. */
    static String line(String invoice, String sku, int quantity, String price) {
        return line(invoice, sku, quantity, price, "17850.0", "2010-12-01 08:26:00");
    }

    static String line(String invoice, String sku, int quantity, String price, String customer, String time) {
        return String.join(
                ",", invoice, sku, "THING " + sku, String.valueOf(quantity), time, price, customer, "United Kingdom");
    }

    /** Reads the whole file, in which no line may be broken. */
    static Sales sales(RetailFile file) throws IOException {
        List<BrokenLineException> broken = new ArrayList<>();
        Sales sales = SalesReader.read(file, FormDetector.of(file, null, null), Integer.MAX_VALUE, broken::add);
        if (!broken.isEmpty()) {
            throw broken.get(0);
        }
        return sales;
    }
}
