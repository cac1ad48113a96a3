package com.fusioncommerce.trials.checker;

import java.util.ArrayList;
import java.util.List;

/** A property to check: counts cases and collects gaps. For one thread. */
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

    /** Checks one case; adds a gap if the condition is false. */
    void holds(boolean condition, String key, String otherwise) {
        examined++;
        if (!condition) {
            gap(key, otherwise);
        }
    }

    /** Adds a remark that is no gap. */
    void note(String note) {
        notes.add(note);
    }

    Verdict.Finding finding() {
        return new Verdict.Finding(name, examined, gaps, notes);
    }
}
