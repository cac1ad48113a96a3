package com.fusioncommerce.platform.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.deadletters.DeadLetter;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.common.header.Header;

/** Renders dead letters as text. Control characters in their payload are not printed to the terminal. */
final class DeadLetterText {
    private static final String FORM = "%-28s  %-24s  %-7s  %-14s  %-20s  %s  %s";
    private static final int LONGEST_REASON = 120;

    private DeadLetterText() {}

    static String heading() {
        return String.format(Locale.ROOT, FORM, "ID", "AT", "STATE", "APPLICATION", "TYPE", "KEY", "REASON");
    }

    static String line(DeadLetter letter) {
        String reason = plain(letter.reason());
        return String.format(
                Locale.ROOT,
                FORM,
                letter.id(),
                Instant.ofEpochMilli(letter.at()),
                letter.isRetried() ? "retried" : "open",
                letter.application().isEmpty() ? "-" : plain(letter.application()),
                letter.type().isEmpty() ? "-" : plain(letter.type()),
                letter.key().isEmpty() ? "-" : plain(letter.key()),
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
    }

    static String whole(DeadLetterBox.Found found, AvroCodec codec) {
        StringBuilder text = new StringBuilder();
        DeadLetter letter = found.letter();
        add(text, "id", letter.id().toString());
        add(text, "at", Instant.ofEpochMilli(letter.at()).toString());
        add(text, "state", letter.isRetried() ? "sent again" : "open");
        add(text, "key", letter.key());
        for (Header header : found.record().headers()) {
            add(text, header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        add(text, "value", found.text(codec));
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-24s %s%n", plain(name), plain(value)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
