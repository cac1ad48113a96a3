package com.fusioncommerce.streams.deadletters;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;

/**
 * Identifier of a dead letter.
 *
 * @param topic its original topic
 * @param offset its offset among that topic's dead letters
 */
public record DeadLetterId(Topic topic, long offset) {
    private static final char OFFSET = '@';

    /**
     * Reads {@code topic@offset}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static DeadLetterId parse(String text) {
        int end = text.indexOf(OFFSET);
        try {
            long offset = Long.parseLong(text.substring(end + 1));
            if (end > 0 && offset >= 0) {
                return new DeadLetterId(Topics.named(text.substring(0, end)), offset);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "a dead letter's id is topic@offset, such as orders.commands@12, not " + text;
    }

    /** {@code topic@offset}. */
    @Override
    public String toString() {
        return topic.name() + OFFSET + offset;
    }
}
