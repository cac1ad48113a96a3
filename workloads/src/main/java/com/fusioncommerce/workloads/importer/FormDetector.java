package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.importer.CsvRecords.CsvText;
import com.fusioncommerce.workloads.importer.RetailForm.DateForm;
import com.fusioncommerce.workloads.importer.RetailForm.NumberForm;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects the form of a file from all of its lines. An ambiguous file is refused, not guessed: the caller must give the
 * form.
 */
final class FormDetector {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}\\b.*");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{4}\\b.*");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b.*");
    private static final Pattern POINT =
            Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)\\.\\d*|[+-]?\\d{1,3}(,\\d{3}){2,}");
    private static final Pattern COMMA =
            Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+),\\d*|[+-]?\\d{1,3}(\\.\\d{3}){2,}");
    /** Ambiguous: 1,234 and 1.234 are a thousand in one form and little more than one in the other. */
    private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private static final int DATE = RetailParser.HEADER.indexOf("InvoiceDate");
    private static final int PRICE = RetailParser.HEADER.indexOf("UnitPrice");
    private static final int MONTHS = 12;

    /** Number of lines per form, and the first line that fits one form only. */
    private final Map<DateForm, Integer> dates = new EnumMap<>(DateForm.class);

    private final Map<DateForm, String> dateProof = new EnumMap<>(DateForm.class);
    private final Map<NumberForm, String> numberProof = new EnumMap<>(NumberForm.class);
    private int slashed;
    private String eitherNumber;

    private FormDetector() {}

    /**
     * Detects the form of a file.
     *
     * @param dates form of times; null to detect
     * @param numbers form of decimals; null to detect
     * @throws IOException if the file cannot be read, is no such file, or is ambiguous
     */
    static RetailForm of(RetailFile file, DateForm dates, NumberForm numbers) throws IOException {
        Charset charset = file.charset();
        FormDetector detector = new FormDetector();
        try (BufferedReader reader = file.open(charset)) {
            CsvRecords records = new CsvRecords(reader);
            char separator = RetailParser.separator(file.name(), records.next());
            for (CsvText record = records.next(); record != null; record = records.next()) {
                detector.look(record, separator);
            }
            return new RetailForm(
                    charset,
                    separator,
                    dates == null ? detector.dates(file.name()) : dates,
                    numbers == null ? detector.numbers(file.name()) : numbers);
        } catch (EOFException e) {
            throw file.truncated(e);
        }
    }

    private void look(CsvText record, char separator) {
        List<String> fields = RetailParser.split(record.text(), separator);
        if (fields.size() == RetailParser.HEADER.size()) {
            date(record.line(), fields.get(DATE).strip());
            number(record.line(), fields.get(PRICE).strip());
        }
    }

    private void date(int line, String text) {
        if (ISO.matcher(text).matches()) {
            dates.merge(DateForm.ISO, 1, Integer::sum);
        } else if (DOTTED.matcher(text).matches()) {
            dates.merge(DateForm.DOTTED, 1, Integer::sum);
        } else {
            Matcher parts = SLASHED.matcher(text);
            if (parts.matches()) {
                slashed++;
                if (Integer.parseInt(parts.group(1)) > MONTHS) {
                    dateProof.putIfAbsent(DateForm.DMY, text + " in line " + line);
                } else if (Integer.parseInt(parts.group(2)) > MONTHS) {
                    dateProof.putIfAbsent(DateForm.MDY, text + " in line " + line);
                }
            }
        }
    }

    private void number(int line, String text) {
        if (EITHER.matcher(text).matches()) {
            if (eitherNumber == null) {
                eitherNumber = text + " in line " + line;
            }
        } else if (POINT.matcher(text).matches()) {
            numberProof.putIfAbsent(NumberForm.POINT, text + " in line " + line);
        } else if (COMMA.matcher(text).matches()) {
            numberProof.putIfAbsent(NumberForm.COMMA, text + " in line " + line);
        }
    }

    private DateForm dates(String name) throws IOException {
        int iso = dates.getOrDefault(DateForm.ISO, 0);
        int dotted = dates.getOrDefault(DateForm.DOTTED, 0);
        if (slashed > Math.max(iso, dotted)) {
            return slashedDates(name);
        }
        if (iso + dotted == 0) {
            throw new IOException(name + " has no date in a form that is known: 2010-12-01 08:26:00, 12/1/2010 8:26 or"
                    + " 1.12.2010 8:26");
        }
        return iso >= dotted ? DateForm.ISO : DateForm.DOTTED;
    }

    private DateForm slashedDates(String name) throws IOException {
        if (dateProof.size() == 1) {
            return dateProof.keySet().iterator().next();
        }
        throw new IOException(
                dateProof.isEmpty()
                        ? name + " has no date that tells days from months: say --dates mdy or --dates dmy"
                        : name + " writes dates in two ways, " + dateProof.get(DateForm.MDY) + " and "
                                + dateProof.get(DateForm.DMY) + ": say --dates mdy or --dates dmy; the others are"
                                + " broken lines");
    }

    private NumberForm numbers(String name) throws IOException {
        if (numberProof.size() == 1) {
            return numberProof.keySet().iterator().next();
        }
        if (numberProof.isEmpty()) {
            if (eitherNumber == null) {
                return NumberForm.POINT;
            }
            throw new IOException(name + " has prices that can be read in two ways, " + eitherNumber
                    + ": say --numbers point or" + " --numbers comma");
        }
        throw new IOException(name + " writes prices in two ways, " + numberProof.get(NumberForm.POINT) + " and "
                + numberProof.get(NumberForm.COMMA) + ": say --numbers point or --numbers comma; the others are broken"
                + " lines");
    }
}
