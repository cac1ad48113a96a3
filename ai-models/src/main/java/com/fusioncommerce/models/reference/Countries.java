package com.fusioncommerce.models.reference;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Normalizes country names and codes to ISO 3166 alpha-2: {@code gb}, {@code GBR}, {@code United Kingdom}. */
public final class Countries {
    /** Placeholder for an order without a country. */
    public static final String UNKNOWN = "";

    private static final Set<String> NOT_NAMED = Set.of("", "UNSPECIFIED", "UNKNOWN", "EUROPEANCOMMUNITY", "ZZ", "XX");
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /**
     * The code of a country.
     *
     * @param text a code of two or three letters in any case, or a name
     * @return the alpha-2 code; {@link #UNKNOWN} for an empty text; for an unknown name a normalized form, equal for
     *     spellings that differ in case, accents or punctuation only
     */
    public static String code(String text) {
        String folded = fold(text);
        String code = CODES.get(folded);
        if (code != null) {
            return code;
        }
        return NOT_NAMED.contains(folded) ? UNKNOWN : folded;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String[] row : ReferenceFile.rows("countries.csv")) {
            codes.put(row[0], row[0]);
            codes.put(row[1], row[0]);
            for (String name : row[2].split("\\|", -1)) {
                codes.put(fold(name), row[0]);
            }
        }
        return Map.copyOf(codes);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
