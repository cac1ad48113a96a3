package com.fusioncommerce.trials.checker;

import java.util.ArrayList;
import java.util.List;

/** Something that must hold: how often it was looked at, and where it did not. For one thread. */
final class Property {
    private final String name;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long examined;

    Property(String name) {
        this.name = name;
    }

    void examined() {
        examined++;
    }

    void gap(String key, String message) {
        gaps.add(new Gap(key, message));
    }

    /** Looks at something, and notes a gap unless it holds. */
    void holds(boolean condition, String key, String otherwise) {
        examined++;
        if (!condition) {
            gap(key, otherwise);
        }
    }

    /** Says something that is worth knowing and no gap. */
    void note(String note) {
        notes.add(note);
    }

    Verdict.Finding finding() {
        return new Verdict.Finding(name, examined, gaps, notes);
    }
}
