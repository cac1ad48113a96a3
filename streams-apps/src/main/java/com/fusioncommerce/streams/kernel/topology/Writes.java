package com.fusioncommerce.streams.kernel.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * Buffer of the encoded store writes and messages of one record or deadline, in order. All are carried out together at
 * the end: a value that does not fit its schema throws while it is encoded, so that no record is half written.
 */
final class Writes {
    private final List<Runnable> steps = new ArrayList<>();

    /** Adds a step that cannot fail because of its value, which is encoded before. */
    void add(Runnable step) {
        steps.add(step);
    }

    /** Carries out all steps. */
    void apply() {
        steps.forEach(Runnable::run);
        steps.clear();
    }

    /** Discards all steps. */
    void drop() {
        steps.clear();
    }
}
