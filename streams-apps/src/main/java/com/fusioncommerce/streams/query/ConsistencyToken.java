package com.fusioncommerce.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a command whose answer a reader has seen; a read with the token sees at least that command's changes.
 *
 * @param topic of the command
 * @param partition of the command
 * @param offset of the command
 */
public record ConsistencyToken(String topic, int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("([a-z.-]{1,100}):(\\d{1,9}):(\\d{1,18})");

    /** The token as a header's value. */
    public String encode() {
        String text = topic + ":" + partition + ":" + offset;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException if the text is no such token
     */
    public static ConsistencyToken parse(String token) {
        Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(token), UTF_8));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a consistency token");
        }
        return new ConsistencyToken(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
    }
}
