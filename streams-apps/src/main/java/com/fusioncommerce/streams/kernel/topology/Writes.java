package com.fusioncommerce.streams.kernel.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * What one record or deadline changes and sends, encoded and in order, until all of it is known: only then it is put and
 * sent. What does not fit its schema throws while it is added, so that nothing of it is ever half written.
 */
final class Writes {
    private final List<Runnable> steps = new ArrayList<>();

    /** Adds a step that cannot fail for what it writes: its bytes are made before. */
    void add(Runnable step) {
        steps.add(step);
    }

    /** Does everything that was added. */
    void apply() {
        steps.forEach(Runnable::run);
        steps.clear();
    }

    /** Forgets everything that was added. */
    void drop() {
        steps.clear();
    }
}
