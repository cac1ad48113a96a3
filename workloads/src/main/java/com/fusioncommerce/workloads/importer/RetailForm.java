package com.fusioncommerce.workloads.importer;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Format of a copy of the data: copies of the same invoices circulate in several formats.
 *
 * @param charset of its text
 * @param separator between fields
 * @param dates form of times
 * @param numbers form of decimals
 */
record RetailForm(Charset charset, char separator, DateForm dates, NumberForm numbers) {
    /** Forms of times. */
    enum DateForm {
        /** 2010-12-01 08:26:00. */
        ISO("uuuu-MM-dd H:mm[:ss]", "year-month-day"),
        /** 12/1/2010 8:26, the first of December. */
        MDY("M/d/uuuu H:mm[:ss]", "month/day/year"),
        /** 1/12/2010 8:26, the first of December. */
        DMY("d/M/uuuu H:mm[:ss]", "day/month/year"),
        /** 1.12.2010 8:26, the first of December. */
        DOTTED("d.M.uuuu H:mm[:ss]", "day.month.year");

        private final String pattern;
        private final String words;

        DateForm(String pattern, String words) {
            this.pattern = pattern;
            this.words = words;
        }

        /** Pattern for a {@code DateTimeFormatter}. */
        String pattern() {
            return pattern;
        }

        /** The form in words, for messages. */
        String words() {
            return words;
        }
    }

    /** Forms of decimals. */
    enum NumberForm {
        /** 1,234.50. */
        POINT("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d*)?", ","),
        /** 1.234,50. */
        COMMA("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d*)?", ".");

        private final Pattern written;
        private final String grouping;

        NumberForm(String written, String grouping) {
            this.written = Pattern.compile(written);
            this.grouping = grouping;
        }

        /**
         * Converts a number to Java's notation.
         *
         * @throws NumberFormatException if the number does not have this form
         */
        String plain(String text) {
            if (!written.matcher(text).matches()) {
                throw new NumberFormatException(text);
            }
            return text.replace(grouping, "").replace(',', '.');
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return charset + ", fields separated by '" + (separator == '\t' ? "\\t" : separator) + "', dates "
                + dates.words() + ", decimal " + numbers;
    }
}
