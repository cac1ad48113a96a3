package com.fusioncommerce.trials.chaos;

import java.io.IOException;

/** Breaks a part, and makes it whole again. */
interface Inflictor {
    /**
     * Breaks it.
     *
     * @return what undoes it; does nothing where the platform mends itself
     * @throws IOException if it cannot be broken now, e.g. because it does not run
     */
    Remedy inflict(String part) throws IOException;

    /** Undoes a fault. */
    @FunctionalInterface
    interface Remedy {
        /** For what the platform mends itself. */
        Remedy NONE = () -> {};

        /**
         * Undoes it.
         *
         * @throws IOException if it cannot be undone
         */
        void apply() throws IOException;
    }
}
