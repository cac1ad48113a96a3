package com.fusioncommerce.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "\u2060\u2007\u202f",
                "\u00ad",
                "\u3164",
                "\u2800 \u115f",
                "\ufe0f",
                "\udb40\udc41",
                "\udb40\udd00"
            })
    void a_text_of_which_nothing_is_seen_is_blank(String text) {
        assertThat(Characters.isBlank(text)).isTrue();
        assertThat(Rule.text(1, 9).violation(text)).isNotNull();
        assertThat(Rule.text(0, 9).violation(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00a0a", "\u200b\u4e2d", "\ud83e\uded6", "\u2764\ufe0f", "0", "\u05d0\u200f"})
    void a_text_of_which_something_is_seen_is_not(String text) {
        assertThat(Characters.isBlank(text)).isFalse();
        assertThat(Rule.text(1, 9).violation(text)).isNull();
    }

    /** The document's pattern must match the server's check. */
    @Test
    void the_document_takes_the_same_characters_for_blank() {
        List<Pattern> patterns = List.of(pattern(Rule.text(1, 9)), pattern(Rule.lines(1, 9)));
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean assigned = Character.isDefined(c) && !Character.isSurrogate((char) c);
            if (assigned && Characters.fitsOneLine(c)) {
                String text = Character.toString(c);
                for (Pattern pattern : patterns) {
                    assertThat(pattern.matcher(text).find()).as("U+%04X", c).isEqualTo(!Characters.isBlank(text));
                }
            }
        }
    }

    private static Pattern pattern(Rule<String> rule) {
        return Pattern.compile(rule.schema().json().get("pattern").toString());
    }
}
