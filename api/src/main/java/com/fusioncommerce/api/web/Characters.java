package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Code points that texts may contain: invisible ones, and those that change how their neighbours are displayed, are
 * refused.
 */
public final class Characters {
    /** The blanks of {@link #isBlank} in the Basic Multilingual Plane, as a character class of a pattern. */
    static final String BLANKS = "\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f"
            + "\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180e\\u2000-\\u200f\\u2028-\\u202f"
            + "\\u205f-\\u2064\\u2066-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb";

    /** Invisible letters, marks and symbols: joiners and fillers of Hangul, Khmer, Mongolian and Braille. */
    private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0";

    private Characters() {}

    /**
     * Whether a text of one line may contain a code point: no control character, line separator, bidi control or lone
     * surrogate.
     */
    public static boolean fitsOneLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> !isBidiControl(codePoint);
        };
    }

    /** Whether a text of several lines may contain a code point. */
    static boolean fitsText(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || fitsOneLine(codePoint);
    }

    /**
     * Whether a code point is a bidi control: it makes a text read otherwise than it is stored (embedding, override,
     * isolate).
     */
    private static boolean isBidiControl(int codePoint) {
        return (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Whether a text has no visible character: only spaces of any script, format characters and fillers. */
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

    /** Whether a code point is a variation selector or in the plane of tags, most of which is unassigned. */
    private static boolean isVariation(int codePoint) {
        return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
    }

    /** An excerpt of a request's text for an answer: its beginning, with question marks for all but printable ASCII. */
    public static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 100)).replaceAll("[^ -~]", "?");
    }

    /** A text encodable in UTF-8: lone surrogates become question marks. */
    static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
