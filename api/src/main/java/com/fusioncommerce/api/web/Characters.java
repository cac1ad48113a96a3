package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Which code points free texts may have: what cannot be seen, or changes how its neighbours are seen, is refused. */
public final class Characters {
    /** What {@link #isBlank} takes for nothing, but for what lies beyond the first plane: for a class of a pattern. */
    static final String BLANKS = "\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f"
            + "\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180e\\u2000-\\u200f\\u2028-\\u202f"
            + "\\u205f-\\u2064\\u2066-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb";

    /** Letters, marks and symbols without a shape: joiners and fillers of Hangul, Khmer, Mongolian and Braille. */
    private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0";

    private Characters() {}

    /** Whether a text of one line may have it: no control character, line separator, bidi control or lone surrogate. */
    static boolean fitsOneLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> !isBidiControl(codePoint);
        };
    }

    /** Whether a text of several lines may have it. */
    static boolean fitsText(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || fitsOneLine(codePoint);
    }

    /** Embeddings, overrides and isolates make a text read otherwise than it is stored. */
    private static boolean isBidiControl(int codePoint) {
        return (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Whether nothing of a text can be seen: spaces of any script, format characters, fillers. */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(Characters::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> FILLERS.indexOf(codePoint) < 0 && !isVariation(codePoint);
        };
    }

    /** Variation selectors, and the plane of tags, most of which is not assigned. */
    private static boolean isVariation(int codePoint) {
        return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
    }

    /** A text of a request as an answer shows it: its beginning, and question marks for what is not printable ASCII. */
    public static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 100)).replaceAll("[^ -~]", "?");
    }

    /** A text that UTF-8 can hold: lone surrogates become question marks. */
    static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
