package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Which code points free texts may have: what cannot be seen, or changes how its neighbours are seen, is refused. */
final class Characters {
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

    /** A text that UTF-8 can hold: lone surrogates become question marks. */
    static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
