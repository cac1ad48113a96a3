package com.fusioncommerce.trials.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Selection of faults: {@code kill}, {@code freeze:kafka} (all brokers), {@code kill:api-2}, or all. */
final class FaultChoice {
    static final FaultChoice ALL = new FaultChoice(List.of());

    private final List<Wish> wishes;

    private FaultChoice(List<Wish> wishes) {
        this.wishes = wishes;
    }

    private record Wish(FaultKind kind, String part) {
        boolean means(Fault fault) {
            return fault.kind() == kind && (part.isEmpty() || part.equals(fault.part()) || part.equals(fault.group()));
        }
    }

    /**
     * Parses a selection.
     *
     * @param text items separated by commas; empty for all
     * @throws IllegalArgumentException if a kind is unknown; the message lists the kinds
     */
    static FaultChoice parse(String text) {
        return new FaultChoice(Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .filter(wish -> !wish.isEmpty())
                .map(FaultChoice::wish)
                .toList());
    }

    private static Wish wish(String text) {
        String[] parts = text.split(":", 2);
        FaultKind kind = Arrays.stream(FaultKind.values())
                .filter(known -> known.label().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called '" + parts[0] + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(FaultKind.values())
                                        .map(FaultKind::label)
                                        .toList())
                        + ", each alone or for a part as in kill:api-2"));
        return new Wish(kind, parts.length == 1 ? "" : parts[1]);
    }

    /**
     * Checks the names of parts.
     *
     * @param known names of parts and of kinds of parts
     * @throws IllegalArgumentException if a part is unknown; the message lists the names
     */
    FaultChoice among(Set<String> known) {
        for (Wish wish : wishes) {
            if (!wish.part().isEmpty() && !known.contains(wish.part())) {
                throw new IllegalArgumentException("no part is called '" + wish.part() + "'; there are "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    boolean has(Fault fault) {
        return wishes.isEmpty() || wishes.stream().anyMatch(wish -> wish.means(fault));
    }
}
