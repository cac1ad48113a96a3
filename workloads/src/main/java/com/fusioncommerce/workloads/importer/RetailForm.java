package com.fusioncommerce.workloads.importer;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a copy of the data is written: the same invoices go around in several forms.
 *
 * @param charset of its text
 * @param separator between fields
 * @param dates how it writes times
 * @param numbers how it writes decimals
 */
record RetailForm(Charset charset, char separator, DateForm dates, NumberForm numbers) {
    /** How times are written. */
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

        /** For a formatter. */
        String pattern() {
            return pattern;
        }

        /** For people. */
        String words() {
            return words;
        }
    }

    /** How decimals are written. */
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
         * The number as Java writes it.
         *
         * @throws NumberFormatException if it is not written in this form
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
