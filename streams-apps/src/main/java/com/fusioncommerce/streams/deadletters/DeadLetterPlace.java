package com.fusioncommerce.streams.deadletters;

import java.util.Comparator;

/**
 * The place of a dead letter among others, the newest first.
 *
 * @param at when it was put aside, milliseconds since the epoch
 * @param id its id, which orders those of one time
 */
public record DeadLetterPlace(long at, DeadLetterId id) implements Comparable<DeadLetterPlace> {
    private static final Comparator<DeadLetterPlace> NEWEST_FIRST = Comparator.comparingLong(DeadLetterPlace::at)
            .thenComparing(place -> place.id().topic().name())
            .thenComparingLong(place -> place.id().offset())
            .reversed();

    private static final char SEPARATOR = ' ';

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static DeadLetterPlace parse(String text) {
        int end = text.indexOf(SEPARATOR);
        if (end < 0) {
            throw new IllegalArgumentException("not a place among dead letters: " + text);
        }
        return new DeadLetterPlace(Long.parseLong(text.substring(0, end)), DeadLetterId.parse(text.substring(end + 1)));
    }

    @Override
    public int compareTo(DeadLetterPlace other) {
        return NEWEST_FIRST.compare(this, other);
    }

    /** Time and id, with a space between. */
    @Override
    public String toString() {
        return at + String.valueOf(SEPARATOR) + id;
    }
}
